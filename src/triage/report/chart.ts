import { inHtml } from '../../text/html.ts';

/** One bar of a chart: what it is of, and its parts from left to right, each with its colour. */
export interface Bar {
  name: string;
  parts: Part[];
}

export interface Part {
  name: string;
  value: number;
  colour: Colour;
}

/** The number of a colour of the page’s; `none` for what is missing. */
export type Colour = number | 'none';

/** Pixels. */
const size = { width: 720, names: 200, totals: 56, bar: 20, gap: 10 };

/**
 * @returns bars one below the other as SVG, the longest as wide as there is room. Each part tells on hovering, and to a
 * screen reader, what it is.
 */
export function barChart(title: string, bars: Bar[]): string {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...totals);
  const room = size.width - size.names - size.totals;
  const height = bars.length * (size.bar + size.gap);
  const drawn = bars.map(({ name, parts }, row) => {
    const top = row * (size.bar + size.gap);
    let left = size.names;
    const rectangles = parts.map((part) => {
      const width = (part.value / most) * room;
      const drawnPart = rectangle({ left, top, width }, `${name}: ${part.value} ${part.name}`, part.colour);
      left += width;
      return part.value === 0 ? '' : drawnPart;
    });
    const middle = top + size.bar * 0.72;
    const label = `<text x="${size.names - 10}" y="${middle}" text-anchor="end">${inHtml(shortened(name))}</text>`;
    const total = `<text x="${(left + 8).toFixed(1)}" y="${middle}" class="total">${totals[row]}</text>`;
    return `${label}${rectangles.join('')}${total}`;
  });
  return `<svg role="img" aria-label="${inHtml(title)}" viewBox="0 0 ${size.width} ${height}">${drawn.join('\n')}</svg>`;
}

function rectangle(at: { left: number; top: number; width: number }, told: string, colour: Colour): string {
  const place = `x="${at.left.toFixed(1)}" y="${at.top}" width="${at.width.toFixed(1)}" height="${size.bar}"`;
  return `<rect ${place} class="colour-${colour}"><title>${inHtml(told)}</title></rect>`;
}

/** @returns what the colours of a chart mean. */
export const legend = (parts: Pick<Part, 'name' | 'colour'>[]): string =>
  `<p class="legend">${parts.map(({ name, colour }) => `<span><i class="colour-${colour}"></i>${inHtml(name)}</span>`).join(' ')}</p>`;

const longestName = 28;

const shortened = (name: string): string =>
  [...name].length > longestName ? `${[...name].slice(0, longestName - 1).join('')}…` : name;
