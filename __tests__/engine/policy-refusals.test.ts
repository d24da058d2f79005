import { describe, expect, it } from '@jest/globals';
import { readPolicy } from '../../src/engine/policy.ts';
import { rules } from '../../src/governance/rules/index.ts';

const [rule = ''] = Object.keys(rules);

function problemsOf(text: string) {
  const read = readPolicy(text, '.github/remit.yml');
  return 'problems' in read ? read.problems : [];
}

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
      'the configuration has no setting “a”; there are `charter`, `check`, `triage`',
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
      'for a setting misspelt',
      'triage:\n  patiense: 1d\n',
      2,
      3,
      '`triage` has no setting “patiense”; did you mean `patience`?',
    ],
    [
      'for a rule misspelt',
      `check:\n  rules:\n    ${rule}x: off\n`,
      3,
      5,
      `\`check.rules\` has no setting “${rule}x”; did you mean \`${rule}\`?`,
    ],
    [
      'for a requirement misspelt',
      'triage:\n  requirements: { ouner: true }\n',
      2,
      19,
      '`triage.requirements` has no setting “ouner”; did you mean `owner`?',
    ],
    [
      'for an option misspelt',
      'triage:\n  requirements:\n    priority:\n      value: [P0]\n',
      4,
      7,
      '`triage.requirements.priority` has no setting “value”; did you mean `values`?',
    ],
    [
      'for an option where there is none',
      'triage:\n  requirements: { owner: { x: 1 } }\n',
      2,
      28,
      '`triage.requirements.owner` has no setting “x”',
    ],
    [
      'for `__proto__`',
      '__proto__: { a: 1 }\n',
      1,
      1,
      'the configuration has no setting “__proto__”; there are `charter`, `check`, `triage`',
    ],
    [
      'for a list as a duration',
      'triage:\n  patience: [1]\n',
      2,
      3,
      '`triage.patience` must be a duration such as `1d` or `90m`, not a list',
    ],
    [
      'for a number as a duration',
      'triage:\n  patience: 3\n',
      2,
      3,
      '`triage.patience` must be a duration such as `1d` or `90m`, not `3`',
    ],
    [
      'for a duration of another form',
      'triage:\n  patience: soon\n',
      2,
      3,
      '`triage.patience` must be a duration such as `1d` or `90m`, not “soon”',
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
      '`check.fail-on` must be `error`, `warning` or `never`, not “warnings”; did you mean `warning`?',
    ],
    [
      'for a word that older YAML took for a yes',
      'triage:\n  requirements:\n    owner: yes\n',
      3,
      5,
      '`triage.requirements.owner` must be `true`, `false` or a block of its options, not “yes”',
    ],
    [
      'for a version without quotes',
      'triage:\n  requirements:\n    milestone:\n      allowed: ["1.9", 1.10]\n',
      4,
      24,
      'each entry of `triage.requirements.milestone.allowed` must be a text, not `1.1`; put it in quotes',
    ],
    [
      'for a list where settings belong',
      'check:\n  rules: [duplicate-group]\n',
      2,
      3,
      '`check.rules` must be a block of `key: value` settings, not a list',
    ],
    [
      'for no priorities at all',
      'triage:\n  requirements:\n    priority: { values: [] }\n',
      3,
      17,
      '`triage.requirements.priority.values` must be a list of at least 1 entry, not a list',
    ],
    [
      'for an alias of nothing',
      'charter:\n  aliases:\n    ux:\n',
      3,
      5,
      '`charter.aliases.ux` must be a text, not left empty',
    ],
    [
      'for a login that can be none',
      'triage:\n  ignore:\n    authors: ["a b"]\n',
      3,
      15,
      'each entry of `triage.ignore.authors` must be a login such as `octo-lead-1` or `octo-app[bot]`, not “a b”',
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
