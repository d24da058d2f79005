import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './configurations.ts';

describe('what a configuration says of triage is refused', () => {
  it.each([
    [
      'for a setting misspelt',
      'triage:\n  patiense: 1d\n',
      2,
      3,
      '`triage` has no setting “patiense”; did you mean `patience`?',
    ],
    [
      'for a requirement misspelt',
      'triage:\n  requirements: { ouner: true }\n',
      2,
      19,
      '`triage.requirements` has no setting “ouner”; did you mean `owner`?',
    ],
    [
      'for a part of a route misspelt',
      'triage:\n  routes:\n    - titel: gateway\n      group: Docs\n',
      3,
      7,
      'each entry of `triage.routes` has no setting “titel”; did you mean `title`?',
    ],
    [
      'for a route that leads nowhere',
      'triage:\n  routes:\n    - title: gateway\n',
      3,
      7,
      'each entry of `triage.routes` must be a route with `group` or `label`, not a block of settings',
    ],
    [
      'for a route that every issue goes',
      'triage:\n  routes:\n    - group: Docs\n',
      3,
      7,
      'each entry of `triage.routes` must be a route with `title`, `body` or `author`, not a block of settings',
    ],
    [
      'for an empty phrase',
      "triage:\n  routes: [{ title: ['gateway', ''], group: Docs }]\n",
      2,
      33,
      'each entry of `triage.routes.title` must be words to look for, such as `gateway` or `drops*connections`, not left empty',
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
      '`triage.requirements.owner` has no setting “x”; there is `exactly-one`',
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
      'for a day that no calendar has',
      'triage:\n  since: 2026-02-30\n',
      2,
      3,
      '`triage.since` must be a day such as `2026-11-21`, not “2026-02-30”',
    ],
    [
      'for a moment as a day',
      'triage:\n  since: 2026-02-03T10:00:00Z\n',
      2,
      3,
      '`triage.since` must be a day such as `2026-11-21`, not “2026-02-03T10:00:00Z”',
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
      'for no priorities at all',
      'triage:\n  requirements:\n    priority: { values: [] }\n',
      3,
      17,
      '`triage.requirements.priority.values` must be a list of at least 1 entry, not a list',
    ],
    [
      'for a login that can be none',
      'triage:\n  ignore:\n    authors: ["a b"]\n',
      3,
      15,
      'each entry of `triage.ignore.authors` must be a login such as `octo-lead-1` or `octo-app[bot]`, not “a b”',
    ],
  ])('%s', (_name, text, line, column, message) => {
    expect(problemsOf(text)).toEqual([{ message, line, column }]);
  });
});
