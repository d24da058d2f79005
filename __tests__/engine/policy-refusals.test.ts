import { describe, expect, it } from '@jest/globals';
import { rules } from '../../src/governance/rules/index.ts';
import { problemsOf } from './configurations.ts';

const [rule = ''] = Object.keys(rules);

describe('a configuration is refused', () => {
  const documentWords = 'the path of a document in this repository, such as `WORKING-GROUPS.md`';
  const labelWords = 'a label with one `{group}` or `{name}` in it, such as `area/{group}`';

  it.each([
    ['for a list', '- a\n- b\n', 1, 1, 'the configuration must be a block of `key: value` settings, not a list'],
    ['for a text', 'hello\n', 1, 1, 'the configuration must be a block of `key: value` settings, not “hello”'],
    ['for a tab', 'check:\n\tfail-on: error\n', 2, 1, 'a tab indents this line; use spaces'],
    [
      'for an unknown section',
      'a: 1\n',
      1,
      1,
      'the configuration has no setting “a”; there are `charter`, `check`, `triage`, `milestones`, `commands`',
    ],
    [
      'for a section misspelt',
      '\ntirage: {}\n',
      2,
      1,
      'the configuration has no setting “tirage”; did you mean `triage`?',
    ],
    [
      'for a misspelt section with nothing in it',
      'tirage:\n',
      1,
      1,
      'the configuration has no setting “tirage”; did you mean `triage`?',
    ],
    [
      'for a rule misspelt',
      `check:\n  rules:\n    ${rule}x: off\n`,
      3,
      5,
      `\`check.rules\` has no setting “${rule}x”; did you mean \`${rule}\`?`,
    ],
    [
      'for a team’s name without its group',
      'charter:\n  team: leads\n',
      2,
      3,
      '`charter.team` must be a team’s name with one `{group}` in it, such as `wg-{group}-leads`, not “leads”',
    ],
    [
      'for `__proto__`',
      '__proto__: { a: 1 }\n',
      1,
      1,
      'the configuration has no setting “__proto__”; there are `charter`, `check`, `triage`, `milestones`, `commands`',
    ],
    [
      'for a number as a document',
      'charter:\n  documents: 3\n',
      2,
      3,
      `\`charter.documents\` must be ${documentWords}, or a list of such, not \`3\``,
    ],
    [
      'for a list inside a list',
      'charter:\n  documents: [[a]]\n',
      2,
      15,
      `each entry of \`charter.documents\` must be ${documentWords}, not a list`,
    ],
    [
      'for a setting left empty',
      'charter:\n  documents:\n',
      2,
      3,
      `\`charter.documents\` must be ${documentWords}, or a list of such, not left empty`,
    ],
    [
      'for a path that leaves the repository',
      'charter:\n  documents: [docs/../../x.md]\n',
      2,
      15,
      `each entry of \`charter.documents\` must be a path from the repository’s root, without \`..\`, not “docs/../../x.md”`,
    ],
    [
      'for a path from the root of the disk',
      'charter:\n  documents: /etc/passwd\n',
      2,
      3,
      `\`charter.documents\` must be a path from the repository’s root, without \`..\`, not “/etc/passwd”`,
    ],
    [
      'for a document of another repository',
      'charter:\n  documents:\n    - octo-org/community:GROUPS.md@main\n',
      3,
      7,
      `each entry of \`charter.documents\` must be a path in this repository (documents of other repositories are not read yet), not “octo-org/community:GROUPS.md@main”`,
    ],
    [
      'for a pattern without a place for the group',
      'charter:\n  label: area/group\n',
      2,
      3,
      `\`charter.label\` must be ${labelWords}, not “area/group”`,
    ],
    [
      'for a pattern with another place',
      'charter:\n  label: ["{group}/{area}"]\n',
      2,
      11,
      `each entry of \`charter.label\` must be ${labelWords}, not “{group}/{area}”`,
    ],
    [
      'for an unknown severity',
      'check:\n  fail-on: warnings\n',
      2,
      3,
      '`check.fail-on` must be `error`, `warning`, `new` or `never`, not “warnings”; did you mean `warning`?',
    ],
    [
      'for a list where settings belong',
      'check:\n  rules: [duplicate-group]\n',
      2,
      3,
      '`check.rules` must be a block of `key: value` settings, not a list',
    ],
    [
      'for an alias of nothing',
      'charter:\n  aliases:\n    ux:\n',
      3,
      5,
      '`charter.aliases.ux` must be a text, not left empty',
    ],
    [
      'for a pattern that needs quotes inside brackets',
      'charter:\n  label: [area/{group}]\n',
      2,
      16,
      'a comma is missing between two entries, or a text with a bracket in it needs quotes',
    ],
    [
      'for a path of another system',
      'charter:\n  documents: docs\\GROUPS.md\n',
      2,
      3,
      '`charter.documents` must be a path with forward slashes and without patterns, not “docs\\GROUPS.md”',
    ],
    ['for a key that stands twice', 'check: {}\ncheck: {}\n', 2, 1, 'this key stands here twice; keep one of them'],
    ['for a tag', 'check: !!js/function "function () {}"\n', 1, 8, 'tags (`!`) are not read; write the value alone'],
    ['for an anchor', 'a: &a [*a, *a]\n', 1, 4, 'anchors (`&`) and aliases (`*`) are not read; write it out'],
    ['for a megabyte', 'x'.repeat(1024 * 1024), 1, 1, 'the file is larger than 256 KB'],
    [
      'for no text at all',
      '\u0089PNG\r\n\u001a\n\u0000\uFFFD',
      3,
      1,
      'a control character stands here; the file must be plain text',
    ],
  ])('%s', (_name, text, line, column, message) => {
    expect(problemsOf(text)).toEqual([{ message, line, column }]);
  });
});
