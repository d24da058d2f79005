import { startRemit, stop } from './apps.js';
import { median } from './median.js';
import { openIssues, person, repository, seed } from './seed.js';

const [issues, comments] = [10, 60];
const goals = { milliseconds: 50, requests: 3, requestsKnown: 2 };
/** Milliseconds. */
const longest = 10_000;

/** Two commands that change something each time, and the checklist with them. */
const texts = ['/area docs\n/milestone 1.4', '/remove-area docs\n/milestone clear'];

/**
 * How soon whoever gives a command is answered: from the comment on the emulated GitHub, whose own work is in it, to
 * Remit’s reaction there; Remit in a process of its own, with its embedded database. And how many requests that takes.
 */
export default async function measure() {
  const { startEmulator } = await import('../dist/emulator/emulator.js');
  const github = await startEmulator({ seed });
  const { id: appId, privateKey, webhookSecret } = github.app;
  const remit = await startRemit({
    env: {
      APP_ID: String(appId),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: webhookSecret,
      GHE_HOST: new URL(github.url).host,
      GHE_PROTOCOL: 'http',
      // Else looks at the opened issues would come in between.
      REMIT_QUIET: '0',
    },
  });
  try {
    github.setWebhookUrl(remit.url);
    await openIssues(github, issues);
    await github.settled();
    const answers = [];
    for (let index = 0; index < comments; index++) {
      answers.push(await answerTo(github, 1 + (index % issues), texts[Math.floor(index / issues) % texts.length]));
    }
    // The first of each text find a process that has just begun, and look up who may what.
    const first = answers.slice(0, texts.length * issues);
    const others = answers.slice(texts.length * issues);
    const times = others.map(({ milliseconds }) => milliseconds);
    const most = (some) => Math.max(...some.map(({ requests }) => requests));
    return [
      {
        figure: 'commands: from comment to reaction, median',
        ours: `${median(times).toFixed(1)} ms`,
        theirs: `${Math.max(...times).toFixed(1)} ms at most`,
        ratio: null,
        goal: `≤ ${goals.milliseconds} ms`,
        met: median(times) <= goals.milliseconds,
      },
      row('commands: requests for a comment of somebody not known', most(first), goals.requests),
      row('commands: the same where they are', most(others), goals.requestsKnown),
    ];
  } finally {
    await stop(remit.child);
    remit.cleanUp();
    await github.close();
  }
}

function row(figure, value, goal) {
  return { figure, ours: String(value), theirs: '-', ratio: null, goal: `≤ ${goal}`, met: value <= goal };
}

async function answerTo(github, number, body) {
  await quiet(github);
  const before = github.requests.length;
  const start = performance.now();
  const response = await fetch(
    `${github.apiUrl}/repos/${repository.owner}/${repository.name}/issues/${number}/comments`,
    {
      method: 'POST',
      headers: { authorization: `token ${github.as(person).token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body }),
    },
  );
  const { node_id: id } = await response.json();
  const comment = github.state.nodes.get(id);
  while (comment.reactions.length === 0) {
    if (performance.now() - start > longest) throw new Error(`nobody answered the comment on issue ${number}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const milliseconds = performance.now() - start;
  await quiet(github);
  const made = github.requests.slice(before).filter(({ path }) => !/\/(comments|access_tokens)$/.test(path));
  if (comment.reactions[0].content !== '+1') throw new Error(`the commands on issue ${number} were not obeyed`);
  return { milliseconds, requests: made.length };
}

/** Resolves when no request has come for a while. */
async function quiet(github) {
  for (let seen = -1; seen !== github.requests.length; ) {
    seen = github.requests.length;
    await github.settled();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
