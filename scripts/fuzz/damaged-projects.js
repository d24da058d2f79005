import fc from 'fast-check';
import { projects } from './projects.js';

/** What breaks Markdown and YAML, alone and together. */
const pieces = [
  ...[
    '|',
    '| ',
    '|\n',
    ' | ',
    '\\',
    '\\|',
    '---',
    '| --- | --- |\n',
    '|:-:|',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
  ],
  ...[
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '* ',
    '[x] ',
    '***',
    '_',
    '~~',
    '`',
    '```\n',
    '```yaml\n',
    '\n---\n',
    '===\n',
    '---\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[a](',
    '](',
    '[Docs](#docs)',
    '(#',
    '[a]: b\n',
    '[a][b]',
    '![',
    '<',
    '>',
    '](<>)',
    '[^1]',
    '%',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- remit-disable row-cells -->',
    '<!-- remit-disable-next-line',
    '<a name="docs">',
    '<br>',
    '<td>',
  ],
  ...[
    '&nbsp;',
    '&amp;',
    '&#0;',
    '&#x202e;',
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u202e',
  ],
  ...['\u2028', '\u2029', '\ufeff', '\ufffe', '\ud800', '\udc00', '🙂', 'e\u0301', '\u0130', 'ß', 'ﬀ', '\u3000'],
  ...[
    'Group',
    'Name',
    'Leads',
    'Groups',
    'Docs',
    'docs',
    'Test and Release',
    'Test & Release',
    'Octo Ant',
    'octo-ant',
    'TBD',
  ],
  ...[
    'Docs - Web',
    'Octo Two(Octo Inc)',
    '<name>',
    '@octo-org/docs',
    '@octo-ant',
    '#docs',
    'mailto:',
    'http://',
    'https://github.com/',
  ],
  ...[
    'https:/zoom.us',
    'githun.com',
    '##[error]',
    '::error::',
    '[#docs](https://octo.slack.com)',
    'Mission: ',
    '(Working Group Template)',
  ],
  ...[
    ':',
    ': ',
    '- - ',
    '{',
    '}',
    '[]',
    ',',
    '"',
    "'",
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '? ',
    '|-\n',
    '>\n',
    '%YAML 1.2\n',
    '--- ',
    '...\n',
  ],
  ...[
    'null',
    '~',
    'true',
    '1e999',
    '0x10',
    '-0',
    '__proto__: ',
    'constructor',
    'toString',
    'hasOwnProperty',
    'members:',
    'teams:',
    'name: ',
  ],
];
const piece = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
/** A place in a text of unknown length. */
const place = fc.nat({ max: 0xffff }).map((part) => part / 0x10000);
const few = fc.integer({ min: 1, max: 12 });

/** Ways to damage a text; each is data, so that a failure can be made small. */
const ways = {
  insert: { with: { at: place, put: piece }, to: (text, { at, put }) => splice(text, at, 0, put) },
  cut: { with: { at: place, length: few }, to: (text, { at, length }) => splice(text, at, length, '') },
  overwrite: {
    with: { at: place, length: few, put: piece },
    to: (text, { at, length, put }) => splice(text, at, length, put),
  },
  repeat: {
    with: { at: place, put: piece, times: fc.constantFrom(2, 3, 7, 45, 300) },
    to: (text, { at, put, times }) => splice(text, at, 0, put.repeat(times)),
  },
  'lose a line': { with: { at: place }, to: (text, { at }) => changeLines(text, at, () => []) },
  'double a line': { with: { at: place }, to: (text, { at }) => changeLines(text, at, (line) => [line, line]) },
  'start a line': {
    with: { at: place, put: piece },
    to: (text, { at, put }) => changeLines(text, at, (line) => [put + line]),
  },
  'end a line': {
    with: { at: place, put: piece },
    to: (text, { at, put }) => changeLines(text, at, (line) => [line + put]),
  },
  'move a line': {
    with: { at: place, to: place },
    to: (text, { at, to }) => {
      const lines = text.split('\n');
      const [line] = lines.splice(Math.floor(at * lines.length), 1);
      lines.splice(Math.floor(to * lines.length), 0, line);
      return lines.join('\n');
    },
  },
  'copy elsewhere': {
    with: { at: place, length: fc.integer({ min: 1, max: 80 }), to: place },
    to: (text, { at, length, to }) => splice(text, to, 0, text.slice(offsetIn(text, at)).slice(0, length)),
  },
  'say another word': {
    with: { at: place, of: place },
    to: (text, { at, of }) => {
      const words = [...text.matchAll(/[\w./:-]+/g)];
      if (words.length === 0) return text;
      const [old, other] = [at, of].map((part) => words[Math.floor(part * words.length)]);
      return text.slice(0, old.index) + other[0] + text.slice(old.index + old[0].length);
    },
  },
  'end lines': { with: { by: fc.constantFrom('\r\n', '\r', ' \n') }, to: (text, { by }) => text.replaceAll('\n', by) },
  nest: { with: { by: fc.constantFrom('> ', '- ', '  ', '\t') }, to: (text, { by }) => text.replace(/^/gm, by) },
  mark: { with: {}, to: (text) => `\ufeff${text}` },
  head: { with: {}, to: (text) => `---\ntitle: Groups\n---\n${text}` },
};

const edit = fc.oneof(
  ...Object.entries(ways).map(([way, { with: parts }]) => fc.record({ way: fc.constant(way), ...parts })),
);
/** Mostly few: where all is broken, no rule finds what it looks for. */
const edits = fc.oneof(fc.array(edit, { minLength: 1, maxLength: 2 }), fc.array(edit, { maxLength: 8 }));

/** Texts out of nothing but what breaks them. */
const assembled = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

const damagedText = (sound) =>
  edits.map((list) => list.reduce((text, { way, ...parts }) => ways[way].to(text, parts), sound));

/** Projects that were sound and have been damaged in any file, most of all in the first one. */
const damaged = fc.constantFrom(...Object.values(projects)).chain((files) => {
  const [[main, sound], ...others] = Object.entries(files);
  const around = others.map(([path, text]) =>
    fc.oneof(
      fc.constant({ path, text }),
      damagedText(text).map((each) => ({ path, text: each })),
    ),
  );
  return fc
    .tuple(
      damagedText(sound).map((text) => ({ path: main, text })),
      fc.subarray(others.map((_, index) => index)),
      ...around,
    )
    .map(([first, kept, ...rest]) => [first, ...rest.filter((_, index) => kept.includes(index))]);
});

const paths = ['WORKING-GROUPS.md', 'sigs.yaml', 'org/teams.yaml', 'CODEOWNERS', '.github/remit.yml', 'docs.md'];
const invented = fc.tuple(fc.constantFrom(...paths), assembled).map(([path, text]) => [{ path, text }]);

/** Files of a project, `{ path, text }`, of which hardly anything is right. */
export const anyProject = fc.oneof({ weight: 4, arbitrary: damaged }, { weight: 1, arbitrary: invented });

const offsetIn = (text, part) => Math.floor(part * (text.length + 1));

function splice(text, part, length, put) {
  const offset = offsetIn(text, part);
  return text.slice(0, offset) + put + text.slice(offset + length);
}

function changeLines(text, part, change) {
  const lines = text.split('\n');
  const index = Math.floor(part * lines.length);
  lines.splice(index, 1, ...change(lines[index]));
  return lines.join('\n');
}
