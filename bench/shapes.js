import { largeCharter } from './charter.js';

const lines = (count, line) => Array.from({ length: count }, (_, n) => line(n)).join('\n');

/**
 * Documents whose size is told by a number: one as projects write it, and those that are known to bring parsers to
 * their knees. `from` is the smallest size; others are twice, four times and eight times as large.
 */
export const shapes = {
  'a charter as projects write it': { from: 24_000, make: (size) => largeCharter({ size }) },
  'quotes in quotes': { from: 250, make: (n) => `${'> '.repeat(n)}Octo` },
  'lists in lists': { from: 100, make: (n) => lines(n, (depth) => `${' '.repeat(2 * depth)}- Octo`) },
  'brackets that open': { from: 2500, make: (n) => '['.repeat(n) },
  'links that begin': { from: 2500, make: (n) => '[a]('.repeat(n) },
  'links in links': { from: 1000, make: (n) => `${'['.repeat(n)}a${'](b)'.repeat(n)}` },
  'images that begin': { from: 2500, make: (n) => '![a'.repeat(n) },
  'backticks that open': { from: 100, make: (n) => lines(n, (length) => `${'`'.repeat(length + 1)} a`) },
  'emphasis that opens': { from: 2500, make: (n) => '*a _b '.repeat(n) },
  'emphasis that closes': { from: 2500, make: (n) => 'a* b_ '.repeat(n) },
  'tags that open': { from: 2500, make: (n) => '<a '.repeat(n) },
  'comments that open': { from: 2500, make: (n) => 'a <!-- '.repeat(n) },
  'entities and escapes': { from: 2500, make: (n) => '&amp;\\*'.repeat(n) },
  'addresses in a row': { from: 1000, make: (n) => 'www.octo.example.org@octo '.repeat(n) },
  'pipes in a line': { from: 2500, make: (n) => `# Octo\n\n${'|'.repeat(n)}` },
  'columns of a table': { from: 1000, make: (n) => `${'| a '.repeat(n)}|\n${'| - '.repeat(n)}|\n${'| b '.repeat(n)}|` },
  'rows of a table': {
    from: 1000,
    make: (n) => `| Group | Leads |\n| - | - |\n${lines(n, (row) => `| Group ${row} | Octo ${row} (Octo Inc) |`)}`,
  },
  'rows that lack cells': {
    from: 500,
    make: (n) => `| Group | Forum | Notes |\n| - | - | - |\n${lines(n, (row) => `| Group ${row} |`)}`,
  },
  headings: { from: 500, make: (n) => lines(n, (each) => `## Group ${each}\n`) },
  'headings that are alike': { from: 500, make: (n) => lines(n, () => '## Group\n') },
  'groups with a section each': {
    from: 250,
    make: (n) =>
      `The groups are:\n\n${lines(n, (each) => `- Group ${each}`)}\n\n${lines(n, (each) => `## Group ${each}\n\nMission: To be.\n`)}`,
  },
  'a contents of headings that are not there': {
    from: 500,
    make: (n) => `${lines(n, (each) => `- [Group ${each}](#group-${each})`)}\n\n# Groups`,
  },
  '10,000 links': {
    from: 1250,
    make: (n) => lines(n, (each) => `See [page ${each}](https://octo.example.org/${each}) and [part](#part-${each}).`),
  },
  'links to one address': {
    from: 1250,
    make: (n) => lines(n, (each) => `See [page ${each}](https://octo.example.org/).`),
  },
  references: {
    from: 1000,
    make: (n) =>
      `${lines(n, (each) => `[a${each}]: https://octo.example.org/${each}`)}\n\n${lines(n, (each) => `[a${each}]`)}`,
  },
  footnotes: {
    from: 1000,
    make: (n) => `${lines(n, (each) => `[^a${each}]`)}\n\n${lines(n, (each) => `[^a${each}]: Octo\n`)}`,
  },
  'one long line': { from: 50_000, make: (n) => 'octo '.repeat(n / 5) },
  blanks: { from: 50_000, make: (n) => `Octo${' '.repeat(n)}mesh` },
  'blank lines': { from: 10_000, make: (n) => '\n'.repeat(n) },
  'an entry of YAML a line': {
    from: 2500,
    path: 'org/members.yaml',
    make: (n) => `members:\n${lines(n, (each) => `- octo-${each}`)}`,
  },
  'teams of YAML': {
    from: 500,
    path: 'org/teams.yaml',
    make: (n) => `teams:\n${lines(n, (each) => `  WG - Group ${each} Maintainers:\n    members: [octo-${each}]`)}`,
  },
  'groups of YAML': {
    from: 250,
    path: 'sigs.yaml',
    make: (n) =>
      `sigs:\n${lines(n, (each) => `- dir: sig-${each}\n  name: Group ${each}\n  leadership:\n    chairs:\n    - {github: octo-${each}, name: Octo ${each}, company: Octo Inc}`)}`,
  },
  'brackets of YAML': { from: 2500, path: 'sigs.yaml', make: (n) => '['.repeat(n) },
};
