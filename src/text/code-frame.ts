import stringWidth from 'string-width';

/** A line cut to a width, and the marks that stand below its stretch. */
export interface CodeFrame {
  line: string;
  /** As many spaces as columns before the stretch, then a `^` for each of its columns. */
  marks: string;
}

/** A stretch of a line: columns from 1 in UTF-16 units, the end exclusive; none where the line's rest is meant. */
export interface Stretch {
  column: number;
  endColumn?: number;
}

/** What a terminal shows in one place, however many characters it is of. */
interface Cluster {
  shown: string;
  width: number;
  place: 'before' | 'marked' | 'after';
}

/** How far around the stretch a line is looked at, in UTF-16 units a column: a line may be of megabytes. */
const unitsPerColumn = 8;
/** A letter may carry thousands of accents; no language needs more. */
const mostPoints = 8;

/**
 * Shows where in a line a stretch stands. Nothing of the line is obeyed by a terminal: what is invisible shows as `�`,
 * a tab as a space.
 * @param width columns that the line may take
 */
export function codeFrame(line: string, stretch: Stretch, { width }: { width: number }): CodeFrame {
  const start = Math.min(stretch.column - 1, line.length);
  const end = Math.max(start, Math.min((stretch.endColumn ?? line.length + 1) - 1, line.length));
  const reach = width * unitsPerColumn;
  const [from, to] = [Math.max(0, start - reach), Math.min(line.length, start + reach)];
  const clusters = withoutCommands([
    ...clustersOf(line.slice(from, start), 'before'),
    ...clustersOf(line.slice(start, Math.min(end, to)), 'marked'),
    ...clustersOf(line.slice(Math.min(end, to), to), 'after'),
  ]);
  return print(clusters, chooseWindow(clusters, width, { before: from > 0, after: to < line.length }));
}

/** Made when the first line is shown: it takes longer than a short check. */
let segmenter: Intl.Segmenter | undefined;

function clustersOf(text: string, place: Cluster['place']): Cluster[] {
  if (isPlain(text)) return [...text].map((shown) => ({ shown, width: 1, place }));
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map(({ segment }) => ({ ...visible(segment), place }));
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function visible(cluster: string): Pick<Cluster, 'shown' | 'width'> {
  if (cluster.length === 1 && isPlain(cluster)) return { shown: cluster, width: 1 };
  if (cluster === '\t') return { shown: ' ', width: 1 };
  const kept = [...cluster.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '')].slice(0, mostPoints).join('');
  const width = stringWidth(kept);
  return width > 0 ? { shown: kept, width } : { shown: '�', width: 1 };
}

/** GitHub's runner reads a command anywhere in a line of the log: see `inTerminal`. */
const withoutCommands = (clusters: Cluster[]): Cluster[] =>
  clusters.map((each, index) => {
    const isCommand =
      each.shown.startsWith('[') && clusters[index - 1]?.shown === '#' && clusters[index - 2]?.shown === '#';
    return isCommand ? { ...each, shown: ` ${each.shown}`, width: each.width + 1 } : each;
  });

interface Window {
  /** The first cluster that is shown. */
  start: number;
  /** The one after the last. */
  end: number;
  cut: { before: boolean; after: boolean };
}

/** As much as fits, with the stretch's beginning in it and as much before the stretch as after it. */
function chooseWindow(clusters: Cluster[], width: number, cut: Window['cut']): Window {
  const widthOf = (some: Cluster[]) => some.reduce((sum, each) => sum + each.width, 0);
  if (!cut.before && !cut.after && widthOf(clusters) <= width) return { start: 0, end: clusters.length, cut };
  const marked = clusters.findIndex(({ place }) => place !== 'before');
  // A mark of what was cut may stand on either side.
  const room = width - 2;
  const stretch = Math.min(room, widthOf(clusters.filter(({ place }) => place === 'marked')));
  const after = Math.min(room - stretch, widthOf(clusters.filter(({ place }) => place === 'after')));
  const before = Math.max(Math.floor((room - stretch) / 2), room - stretch - after);
  let [start, left] = [marked < 0 ? clusters.length : marked, before];
  while (start > 0 && (clusters[start - 1]?.width ?? 0) <= left) {
    start -= 1;
    left -= clusters[start]?.width ?? 0;
  }
  let [end, rest] = [start, room];
  while (end < clusters.length && (clusters[end]?.width ?? 0) <= rest) {
    rest -= clusters[end]?.width ?? 0;
    end += 1;
  }
  return { start, end, cut: { before: cut.before || start > 0, after: cut.after || end < clusters.length } };
}

function print(clusters: Cluster[], { start, end, cut }: Window): CodeFrame {
  const shown = clusters.slice(start, end);
  const widthAt = (place: Cluster['place']) =>
    shown.filter((each) => each.place === place).reduce((sum, each) => sum + each.width, 0);
  const text = shown.map((each) => each.shown).join('');
  return {
    line: `${cut.before ? '…' : ''}${text}${cut.after ? '…' : ''}`,
    marks: `${' '.repeat((cut.before ? 1 : 0) + widthAt('before'))}${'^'.repeat(Math.max(1, widthAt('marked')))}`,
  };
}
