import type { Colors } from 'picocolors/types.js';
import { storyOf } from '../../triage/story.ts';
import { toldToStop } from '../app/environment.ts';
import { printStory } from '../cli/print-story.ts';
import { type ExitCode, type Io, paint } from '../io.ts';
import { repository } from './octo-mesh.ts';
import { type Step, story, type View } from './story.ts';
import { startWorld, type World } from './world.ts';

/** `remit demo`: tells the whole loop on the emulated GitHub; 1 when something is not as it should be. */
export async function demo(options: { once?: boolean }, io: Io): Promise<ExitCode> {
  const colours = paint(io);
  const world = await startWorld();
  try {
    io.out(printOpening(world));
    let failures = 0;
    for (const [index, step] of story.entries()) failures += await tell(world, step, index + 1, io, colours);
    failures += await tellQuiet(world, io, colours);
    io.out(
      `\n${colours.bold('What happened to #1, as `remit explain` tells it')}\n${await explained(world, 1, colours)}`,
    );
    io.out(failures === 0 ? '\nAll happened as it should.\n' : `\n${failures} things are not as they should be.\n`);
    if (!options.once) await keepRunning(world, io);
    return failures === 0 ? 0 : 1;
  } finally {
    await world.stop();
  }
}

async function tell(world: World, step: Step, number: number, io: Io, colours: Colors): Promise<number> {
  await step.act(world);
  await world.settle();
  const view = await look(world, step.issue);
  io.out(`\n${colours.bold(`${number}. ${step.title}`)}\n${printView(view)}`);
  const told = (await step.ask?.(world, io)) ?? { text: '', wrong: [] };
  io.out(told.text.replace(/^(?=.)/gm, '   '));
  const wrong = [...step.wrong(view), ...told.wrong];
  for (const each of wrong) io.out(`   ${colours.red('✗')} ${each}\n`);
  return wrong.length;
}

/** The last delivery comes a second time, as deliveries do: nothing may be written. */
async function tellQuiet(world: World, io: Io, colours: Colors): Promise<number> {
  const { github } = world;
  const before = github.requests.length;
  const last = github.deliveries.at(-1);
  if (last) await github.redeliver(last.guid);
  await world.as('octo-user-1')('PATCH /repos/{owner}/{repo}/issues/{number}', { number: 1, body: 'More details.' });
  await world.settle();
  const writes = github.requests.slice(before).filter((request) => /mutation/i.test(request.operation ?? ''));
  io.out(`\n${colours.bold('GitHub delivers the last event again, and somebody edits a text: nothing has changed')}\n`);
  io.out(`   requests that write: ${writes.length}\n`);
  return writes.length;
}

async function explained({ ledger }: World, number: number, colours: Colors): Promise<string> {
  const ref = { owner: repository.owner, repository: repository.repo, number };
  const events = storyOf(await ledger.story(ref));
  return printStory(ref, { from: 'ledger', events }, colours).replace(/^(?=.)/gm, '   ');
}

async function look({ as, github }: World, number: number): Promise<View> {
  const person = as('octo-user-1');
  const issue = (await person('GET /repos/{owner}/{repo}/issues/{number}', { number })) as {
    title: string;
    labels: { name: string }[];
    milestone: { title: string } | null;
  };
  const comments = (await person('GET /repos/{owner}/{repo}/issues/{number}/comments', { number })) as CommentAnswer[];
  const own = `${github.app.slug}[bot]`;
  return {
    number,
    title: issue.title,
    labels: issue.labels.map((label) => label.name),
    milestone: issue.milestone?.title ?? null,
    said: comments.flatMap(({ user, body, reactions }) =>
      user.login === own
        ? []
        : [{ by: user.login, body, reactions: Object.keys(signs).filter((each) => reactions[each]) }],
    ),
    comments: comments.filter(({ user }) => user.login === own).map(({ body }) => body),
  };
}

interface CommentAnswer {
  user: { login: string };
  body: string;
  reactions: Record<string, unknown>;
}

const signs: Record<string, string> = { '+1': '👍', confused: '😕', eyes: '👀' };

function printView({ number, title, labels, milestone, said, comments }: View): string {
  const lines = [
    `#${number} ${title}`,
    `labels: ${labels.join(', ') || 'none'}    milestone: ${milestone ?? 'none'}`,
    ...said.map(({ by, body, reactions }) =>
      [`${by}: ${body.trim().replace(/\s*\n\s*/g, ' ↵ ')}`, ...reactions.map((each) => signs[each])].join('  '),
    ),
    ...(comments.length === 0 ? ['no comment of Remit’s'] : []),
    ...comments.map((body) => body.trim().replace(/^/gm, '│ ')),
  ];
  return `${lines.join('\n').replace(/^/gm, '   ')}\n`;
}

function printOpening({ github, bot }: World): string {
  return `An emulated GitHub answers at ${github.url}/${repository.owner}/${repository.repo}/issues
Remit takes its deliveries at ${bot.url}
`;
}

async function keepRunning({ github, bot }: World, io: Io): Promise<void> {
  const { owner, repo } = repository;
  io.out(`
Still running; look around, and act yourself (Ctrl+C ends it):

  issues    ${github.url}/${owner}/${repo}/issues
  charter   ${github.url}/${owner}/${repo}/blob/main/WORKING-GROUPS.md
  bot       ${bot.url}

  curl -H "Authorization: token ${github.as('octo-lead-1').token}" ${github.apiUrl}/repos/${owner}/${repo}/issues \\
    -d '{"title": "Something of mine", "labels": ["area/docs"]}'
`);
  await toldToStop();
}
