import { charter, charterPath, configuration, configurationPath } from './octo-mesh.ts';
import type { World } from './world.ts';

/** What a person sees of an issue on GitHub. */
export interface View {
  number: number;
  title: string;
  labels: string[];
  milestone: string | null;
  /** Bodies of the comments, oldest first. */
  comments: string[];
}

/** One thing that somebody does, and what GitHub should show afterwards. */
export interface Step {
  title: string;
  /** The issue that is looked at afterwards. */
  issue: number;
  act(world: World): Promise<unknown>;
  /** @returns what is not as it should be. */
  wrong(view: View): string[];
  /** The milestone of which `remit gate` is asked whether it is achieved, and what it should answer. */
  gate?: { milestone: string; passed: boolean };
}

const renamed = 'Configuration and Install';

export const story: Step[] = [
  {
    title: 'octo-user-1 opens an issue and says nothing of whose it is, when it is due, how urgent it is',
    issue: 1,
    act: ({ as }) =>
      as('octo-user-1')('POST /repos/{owner}/{repo}/issues', {
        title: 'The gateway drops connections after an hour',
        body: 'Every connection that is idle for an hour is closed without a word.',
      }),
    wrong: (view) => expectComment(view, [/- \[ \].*owner/i, /- \[ \].*milestone/i, /- \[ \].*priority/i]),
  },
  {
    title:
      'octo-user-1 labels it area/networking: it has an owner, and the checklist says by which line of the charter',
    issue: 1,
    act: ({ as }) => label(as('octo-user-1'), 1, 'area/networking'),
    wrong: (view) =>
      expectComment(view, [
        new RegExp(`- \\[x\\].*Networking.*${lineOf(charter, '| Networking |')}`, 'i'),
        /- \[ \].*milestone/i,
        /- \[ \].*priority/i,
      ]),
  },
  {
    title: 'octo-lead-1 plans it for 1.4: the checklist shrinks',
    issue: 1,
    act: ({ as }) => as('octo-lead-1')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 1, milestone: 1 }),
    wrong: (view) => expectComment(view, [/- \[x\].*1\.4/, /- \[ \].*priority/i]),
  },
  {
    title: 'octo-lead-1 gives it P1: nothing is missing, the checklist disappears',
    issue: 1,
    act: ({ as }) => label(as('octo-lead-1'), 1, 'P1'),
    wrong: (view) => expectNoComment(view),
  },
  {
    title: 'octo-lead-1 raises it to P0: what a person said last stands, P1 is taken off',
    issue: 1,
    act: ({ as }) => label(as('octo-lead-1'), 1, 'P0'),
    wrong: (view) => [...expectLabels(view, ['area/networking', 'P0']), ...expectNoComment(view)],
    gate: { milestone: '1.4', passed: false },
  },
  {
    title: 'octo-user-2 opens an issue about configuration, labelled, but not planned',
    issue: 2,
    act: async ({ as }) => {
      await as('octo-user-2')('POST /repos/{owner}/{repo}/issues', { title: 'The route format is not documented' });
      await label(as('octo-lead-3'), 2, 'area/config', 'P2');
    },
    wrong: (view) => expectComment(view, [/- \[x\].*Config\b/, /- \[ \].*milestone/i]),
  },
  {
    title: `octo-lead-3 renames the group Config to ${renamed}: no group answers to area/config any more`,
    issue: 2,
    act: ({ as }) => commit(as('octo-lead-3'), charterPath, charter.replace(/Config(?= \||$)/gm, renamed)),
    wrong: (view) => expectComment(view, [/- \[ \].*area\/config/]),
  },
  {
    title: `octo-lead-3 adds the old name as an alias: the issue moves to ${renamed}`,
    issue: 2,
    act: ({ as }) =>
      commit(
        as('octo-lead-3'),
        configurationPath,
        configuration.replace('label: area/{group}\n', `label: area/{group}\n  aliases:\n    config: ${renamed}\n`),
      ),
    wrong: (view) => expectComment(view, [new RegExp(`- \\[x\\].*${renamed}`)]),
  },
  {
    title: 'octo-lead-3 plans it for 1.5: both issues are in order',
    issue: 2,
    act: ({ as }) => as('octo-lead-3')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 2, milestone: 2 }),
    wrong: (view) => expectNoComment(view),
  },
  {
    title: 'octo-lead-1 closes the urgent issue: the release manager can go on',
    issue: 1,
    act: ({ as }) => as('octo-lead-1')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 1, state: 'closed' }),
    wrong: (view) => expectNoComment(view),
    gate: { milestone: '1.4', passed: true },
  },
];

type Person = ReturnType<World['as']>;

const label = (person: Person, number: number, ...labels: string[]) =>
  person('POST /repos/{owner}/{repo}/issues/{number}/labels', { number, labels });

async function commit(person: Person, path: string, text: string) {
  const { sha } = (await person('GET /repos/{owner}/{repo}/contents/{path}', { path })) as { sha: string };
  const content = Buffer.from(text).toString('base64');
  return person('PUT /repos/{owner}/{repo}/contents/{path}', { path, sha, content, message: `Update ${path}` });
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

function expectComment(view: View, patterns: RegExp[]): string[] {
  const [checklist, ...more] = view.comments;
  if (checklist === undefined) return ['there should be a checklist'];
  return [
    ...(more.length > 0 ? ['there should be one comment only'] : []),
    ...patterns.filter((pattern) => !pattern.test(checklist)).map((pattern) => `the checklist should match ${pattern}`),
  ];
}

const expectNoComment = (view: View) => (view.comments.length > 0 ? ['there should be no comment'] : []);

function expectLabels(view: View, labels: string[]): string[] {
  const same = [...view.labels].sort().join() === [...labels].sort().join();
  return same ? [] : [`the labels should be ${labels.join(', ')}`];
}
