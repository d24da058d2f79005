import type { Io } from '../io.ts';
import { type Told, whatWouldBecome, whether } from './ask.ts';
import { charter, charterPath } from './octo-mesh.ts';
import type { World } from './world.ts';

/** What a person sees of an issue on GitHub. */
export interface View {
  number: number;
  title: string;
  labels: string[];
  milestone: string | null;
  /** What people said, oldest first, and what Remit reacted with: `+1`, `confused`. */
  said: { by: string; body: string; reactions: string[] }[];
  /** Bodies of Remit's comments, oldest first. */
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
  /** What somebody asks then. */
  ask?(world: World, io: Io): Promise<Told>;
}

const renamed = 'Configuration and Install';

/** The branch on which it is proposed. */
const proposal = 'rename-config';

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
    title: 'octo-lead-1 has no role on GitHub, and leads Networking by the charter: /milestone 1.4 is obeyed',
    issue: 1,
    act: ({ as }) => say(as('octo-lead-1'), 1, 'A customer waits for it.\n\n/milestone 1.4'),
    wrong: (view) => [
      ...expectAnswer(view, '+1'),
      ...expectMilestone(view, '1.4'),
      ...expectComment(view, [/- \[x\].*1\.4/, /- \[ \].*priority/i]),
    ],
  },
  {
    title: 'octo-lead-1 types /priority P1: nothing is missing, the checklist disappears',
    issue: 1,
    act: ({ as }) => say(as('octo-lead-1'), 1, '/priority P1'),
    wrong: (view) => [...expectAnswer(view, '+1'), ...expectNoComment(view)],
  },
  {
    title: 'octo-lead-2 adds the label P0: what a person said last stands, P1 is taken off',
    issue: 1,
    act: ({ as }) => label(as('octo-lead-2'), 1, 'P0'),
    wrong: (view) => [...expectLabels(view, ['area/networking', 'P0']), ...expectNoComment(view)],
    ask: whether('1.4', false),
  },
  {
    title: 'octo-user-2 opens an issue, with /area config in its text, which anyone may say',
    issue: 2,
    act: async ({ as }) => {
      const title = 'The route format is not documented';
      await as('octo-user-2')('POST /repos/{owner}/{repo}/issues', { title, body: 'See above.\n\n/area config' });
      await label(as('octo-lead-3'), 2, 'P2');
    },
    wrong: (view) => expectComment(view, [/- \[x\].*Config\b/, /- \[ \].*milestone/i]),
  },
  {
    title: 'octo-lead-1 types /milestone 1.5 there: Config is another group’s, so it is refused, and said who may',
    issue: 2,
    act: ({ as }) => say(as('octo-lead-1'), 2, '/milestone 1.5'),
    wrong: (view) => [
      ...expectAnswer(view, 'confused'),
      ...expectMilestone(view, null),
      ...(view.comments.some((body) => /it takes leads of an owning group/.test(body))
        ? []
        : ['it should say who may']),
    ],
  },
  {
    title: 'octo-lead-1 deletes the comment: its answer goes along',
    issue: 2,
    act: async ({ as }) => {
      const comments = await as('octo-lead-1')('GET /repos/{owner}/{repo}/issues/{number}/comments', { number: 2 });
      const own = (comments as { id: number; body: string }[]).find(({ body }) => body === '/milestone 1.5');
      await as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/comments/{id}', { id: own?.id });
    },
    wrong: (view) => expectComment(view, [/- \[ \].*milestone/i]),
  },
  {
    title: `octo-lead-3 proposes another name for the group Config: ${renamed}`,
    issue: 2,
    act: ({ as }) => propose(as('octo-lead-3'), charterPath, charter.replace(/Config(?= \||$)/gm, renamed)),
    wrong: (view) => expectLabels(view, ['area/config', 'P2']),
    ask: whatWouldBecome(proposal, /“area\/config” is renamed to “area\/configuration-and-install”/),
  },
  {
    title: 'It is merged: the label gets the new name, and the issue stays with its group',
    issue: 2,
    act: ({ as }) => merge(as('octo-lead-3')),
    wrong: (view) => [
      ...expectLabels(view, ['area/configuration-and-install', 'P2']),
      ...expectComment(view, [new RegExp(`- \\[x\\].*${renamed}`)]),
    ],
  },
  {
    title: 'octo-lead-3 plans it for 1.5: both issues are in order',
    issue: 2,
    act: ({ as }) => as('octo-lead-3')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 2, milestone: 2 }),
    wrong: (view) => expectNoComment(view),
  },
  {
    title: 'octo-lead-2 closes the urgent issue: the release manager can go on',
    issue: 1,
    act: ({ as }) => as('octo-lead-2')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 1, state: 'closed' }),
    wrong: (view) => expectNoComment(view),
    ask: whether('1.4', true),
  },
];

type Person = ReturnType<World['as']>;

const label = (person: Person, number: number, ...labels: string[]) =>
  person('POST /repos/{owner}/{repo}/issues/{number}/labels', { number, labels });

const say = (person: Person, number: number, body: string) =>
  person('POST /repos/{owner}/{repo}/issues/{number}/comments', { number, body });

/** Opens a pull request that changes the file. */
async function propose(person: Person, path: string, text: string) {
  const { object } = (await person('GET /repos/{owner}/{repo}/git/ref/heads/main')) as { object: { sha: string } };
  await person('POST /repos/{owner}/{repo}/git/refs', { ref: `refs/heads/${proposal}`, sha: object.sha });
  const { sha } = (await person('GET /repos/{owner}/{repo}/contents/{path}', { path })) as { sha: string };
  const content = Buffer.from(text).toString('base64');
  const message = `Rename Config in ${path}`;
  await person('PUT /repos/{owner}/{repo}/contents/{path}', { path, sha, content, message, branch: proposal });
  return person('POST /repos/{owner}/{repo}/pulls', { title: message, head: proposal, base: 'main' });
}

async function merge(person: Person) {
  const [pull] = (await person('GET /repos/{owner}/{repo}/pulls')) as { number: number }[];
  return person('PUT /repos/{owner}/{repo}/pulls/{number}/merge', { number: pull?.number });
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

function expectAnswer({ said }: View, reaction: string): string[] {
  const isAnswered = said.at(-1)?.reactions.join() === reaction;
  return isAnswered ? [] : [`the last comment should be answered with ${reaction}`];
}

const expectMilestone = ({ milestone }: View, title: string | null) =>
  milestone === title ? [] : [`the milestone should be ${title ?? 'none'}`];

function expectLabels(view: View, labels: string[]): string[] {
  const same = [...view.labels].sort().join() === [...labels].sort().join();
  return same ? [] : [`the labels should be ${labels.join(', ')}`];
}
