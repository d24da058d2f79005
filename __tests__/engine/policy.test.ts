import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { policySchema } from '../../src/engine/policy.ts';
import { printDuration, secondsOf } from '../../src/engine/policy-duration.ts';
import { rules } from '../../src/governance/rules/index.ts';
import { policyOf, problemsOf } from './configurations.ts';

const [rule = ''] = Object.keys(rules);
describe('a configuration', () => {
  it.each([null, '', '# nothing yet\n', '{}', 'charter:\ncheck:\n  rules:\ntriage:\n  requirements:\n  ignore:\n'])(
    'of %j leaves everything at its default',
    (text) => {
      expect(policyOf(text)).toEqual({
        charter: {
          documents: [],
          label: ['area/{group}', 'wg/{group}', 'sig/{group}', '{name}'],
          aliases: {},
          columns: {},
          createLabels: false,
          team: null,
        },
        check: { failOn: 'error', files: [], rules: {} },
        triage: {
          requirements: {
            epic: false,
            owner: { 'exactly-one': false },
            milestone: { allowed: [], parked: ['Nebulous Future'] },
            priority: { values: ['P0', 'P1', 'P2', '>P2'], prefix: '' },
            'priority-milestone': {},
          },
          fromForm: [],
          routes: [],
          notify: 'none',
          speak: 'comment',
          patience: 86_400,
          since: null,
          backfill: 'none',
          pullRequests: false,
          bots: [],
          ignore: { labels: [], authors: [], types: [] },
        },
        milestones: { gate: { labels: [], branches: [], title: '{milestone}' }, closedEarly: 'report' },
        commands: {
          enabled: true,
          families: {
            area: 'area/*',
            committee: 'committee/*',
            kind: 'kind/*',
            language: 'language/*',
            sig: 'sig/*',
            wg: 'wg/*',
          },
          labels: [],
          who: {},
          bots: [],
          pullRequests: false,
        },
      });
    },
  );

  it('sets what it names and nothing else', () => {
    const policy = policyOf(`
charter:
  documents: [WORKING-GROUPS.md, ./docs//teams.md]
  label: ['wg/{group}', '{name}']
  aliases: { ux: User Experience, area/proxy: Networking - Data Plane }
  team: wg-{group}-leads
  create-labels: true
check:
  fail-on: warning
  rules: { ${rule}: off }
triage:
  requirements:
    milestone: false
    owner: true
    priority: { values: [P0, P1] }
  from-form: Area
  routes:
    - { title: gateway, body: [since 1.*, drops], group: Networking }
    - { author: 'octo-ci[bot]', label: wg/test-and-release }
  notify: team
  speak: silent
  patience: 90m
  since: 2026-11-21
  backfill: labels
  pull-requests: true
  bots: [octo-robot]
  ignore:
    labels: [wontfix]
    types: [Task]
    authors: ['@octo-user-1', 'octo-app[bot]']
commands:
  families: { area: 'area/*', kind: 'kind: *' }
  labels: [bug, 'needs-*']
  who:
    milestone: [leads, team:release-leads]
    kind: author
    transfer: false
  bots: ['octo-ci[bot]']
  pull-requests: true
`);
    expect(policy.charter).toEqual({
      documents: ['WORKING-GROUPS.md', 'docs/teams.md'],
      label: ['wg/{group}', '{name}'],
      columns: {},
      aliases: { ux: 'User Experience', 'area/proxy': 'Networking - Data Plane' },
      team: 'wg-{group}-leads',
      createLabels: true,
    });
    expect(policy.check).toEqual({ failOn: 'warning', files: [], rules: { [rule]: 'off' } });
    expect(policy.triage).toEqual({
      requirements: {
        epic: false,
        milestone: false,
        owner: { 'exactly-one': false },
        priority: { values: ['P0', 'P1'], prefix: '' },
        'priority-milestone': {},
      },
      fromForm: ['Area'],
      routes: [
        { title: ['gateway'], body: ['since 1.*', 'drops'], author: [], group: 'Networking', label: null },
        { title: [], body: [], author: ['octo-ci[bot]'], group: null, label: 'wg/test-and-release' },
      ],
      notify: 'team',
      speak: 'silent',
      patience: 5400,
      since: '2026-11-21',
      backfill: 'labels',
      pullRequests: true,
      bots: ['octo-robot'],
      ignore: { labels: ['wontfix'], authors: ['octo-user-1', 'octo-app[bot]'], types: ['Task'] },
    });
    expect(policy.commands).toEqual({
      enabled: true,
      families: { area: 'area/*', kind: 'kind: *' },
      labels: ['bug', 'needs-*'],
      who: { milestone: ['leads', 'team:release-leads'], kind: ['author'], transfer: [] },
      bots: ['octo-ci[bot]'],
      pullRequests: true,
    });
  });

  it('may name families of labels without how their labels are made', () => {
    expect(policyOf('commands:\n  families: [area, stage]\n').commands.families).toEqual({
      area: 'area/*',
      stage: 'stage/*',
    });
  });

  it('may name one document and one pattern without a list', () => {
    const { charter } = policyOf('charter:\n  documents: WORKING-GROUPS.md\n  label: wg/{group}\n');
    expect(charter).toMatchObject({ documents: ['WORKING-GROUPS.md'], label: ['wg/{group}'] });
  });
});

describe('what is wrong with a configuration', () => {
  it('is told altogether, in the order of its lines', () => {
    const text = 'triage:\n  speak: loud\ncharter:\n  labels: x\n  documents: ../x\nchek:\n';
    expect(problemsOf(text).map(({ line }) => line)).toEqual([2, 4, 5, 6]);
  });

  it('is told without what could steer a terminal or fill a screen', () => {
    const [problem] = problemsOf(`"\\e[31m\\u202e${'x'.repeat(5000)}": 1\n`);
    expect(problem?.message).toMatch(/^the configuration has no setting “\?\[31m\?x+…”; there are/);
    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe('a duration', () => {
  it.each([
    ['0s', 0],
    ['45s', 45],
    ['90m', 5400],
    ['1d', 86_400],
    ['2w', 1_209_600],
  ])('of %s is %d seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
    expect(printDuration(seconds)).toBe(text);
  });

  it('is printed in the largest unit that fits it exactly', () => {
    expect([60, 3600, 7200, 90_000].map(printDuration)).toEqual(['1m', '1h', '2h', '25h']);
  });
});

describe('the schema for editors', () => {
  const schema = policySchema();
  const isValid = new Ajv({ strict: false }).compile(schema);

  it('takes what is right and refuses what is wrong', () => {
    expect(isValid({ charter: { documents: ['A.md'], label: 'area/{group}' }, triage: { patience: '1d' } })).toBe(true);
    expect(isValid({ triage: { requirements: { owner: false, priority: { values: ['P0'] } } } })).toBe(true);
    expect(isValid({ charter: null })).toBe(true);
    expect(isValid({ tirage: {} })).toBe(false);
    expect(isValid({ triage: { patience: 3 } })).toBe(false);
    expect(isValid({ charter: { label: 'area' } })).toBe(false);
  });

  it('describes every section and setting', () => {
    const undescribed = (node: unknown, trail: string): string[] => {
      if (typeof node !== 'object' || node === null) return [];
      return Object.entries(node).flatMap(([key, value]) => {
        const isSetting = /\/properties$/.test(trail);
        const own = isSetting && !(value as { description?: string }).description ? [`${trail}/${key}`] : [];
        return [...own, ...undescribed(value, `${trail}/${key}`)];
      });
    };
    expect(undescribed(schema, '')).toEqual([]);
  });
});
