import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { octokitFor, place } from './octo-world.ts';

interface Cause {
  author: Octokit;
  reviewer: Octokit;
  bot: Octokit;
  emulator: Emulator;
  pull_number: number;
}

/** Lets people and the app do everything to pull requests and their commits of which the emulator tells by webhook. */
export async function causeEveryPullEvent(emulator: Emulator): Promise<void> {
  const author = octokitFor(emulator);
  const bot = await octokitForApp(emulator);
  await author.repos.createOrUpdateFileContents({ ...place, path: 'a.md', message: 'Add', content: '' });
  const { sha } = (await author.git.getRef({ ...place, ref: 'heads/main' })).data.object;
  await author.git.createRef({ ...place, ref: 'refs/heads/change', sha });
  await commit(author);
  const { data } = await author.pulls.create({
    ...place,
    head: 'change',
    base: 'main',
    title: 'A change',
    draft: true,
  });
  const cause = { author, bot, emulator, reviewer: octokitFor(emulator, 'octo-admin'), pull_number: data.number };
  await changePull(cause);
  await review(cause);
  await check(cause);
  await author.pulls.merge({ ...place, pull_number: data.number });
}

async function commit(octokit: Octokit): Promise<void> {
  const sha = await octokit.repos.getContent({ ...place, path: 'a.md', ref: 'change' });
  const text = `${(sha.data as { sha: string }).sha}\n`;
  await octokit.repos.createOrUpdateFileContents({
    ...place,
    path: 'a.md',
    branch: 'change',
    message: 'Change',
    content: Buffer.from(text).toString('base64'),
    sha: (sha.data as { sha: string }).sha,
  });
}

async function changePull({ author, pull_number }: Cause): Promise<void> {
  const pull = { ...place, pull_number };
  const issue = { ...place, issue_number: pull_number };
  const { data } = await author.pulls.get(pull);
  const ready = 'markPullRequestReadyForReview';
  for (const mutation of [ready, 'convertPullRequestToDraft', ready]) {
    await author.graphql(`mutation ($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`, {
      id: data.node_id,
    });
  }
  await author.pulls.update({ ...pull, title: 'Another title', body: 'another text' });
  await commit(author);
  await author.issues.addLabels({ ...issue, labels: ['bug'] });
  await author.issues.removeLabel({ ...issue, name: 'bug' });
  await author.issues.addAssignees({ ...issue, assignees: ['octo-user-1'] });
  await author.issues.removeAssignees({ ...issue, assignees: ['octo-user-1'] });
  await author.issues.update({ ...issue, milestone: 1 });
  await author.issues.update({ ...issue, milestone: null });
  await author.issues.lock(issue);
  await author.issues.unlock(issue);
  await author.pulls.update({ ...pull, state: 'closed' });
  await author.pulls.update({ ...pull, state: 'open' });
  for (const asked of [{ reviewers: ['octo-admin'] }, { reviewers: [], team_reviewers: ['docs'] }]) {
    await author.pulls.requestReviewers({ ...pull, ...asked });
    await author.pulls.removeRequestedReviewers({ ...pull, ...asked });
  }
  await author.issues.createComment({ ...issue, body: 'a comment' });
}

async function review({ author, reviewer, pull_number }: Cause): Promise<void> {
  const pull = { ...place, pull_number };
  const comments = [{ path: 'a.md', line: 1, body: 'Why?' }];
  const { data } = await reviewer.pulls.createReview({ ...pull, event: 'APPROVE', body: 'Hm', comments });
  const { data: written } = await reviewer.pulls.listReviewComments(pull);
  const comment = { ...place, comment_id: written[0]?.id ?? 0 };
  await author.pulls.createReplyForReviewComment({ ...pull, comment_id: comment.comment_id, body: 'So' });
  await reviewer.pulls.updateReviewComment({ ...comment, body: 'Why indeed?' });
  await reviewer.pulls.deleteReviewComment(comment);
  await reviewer.pulls.updateReview({ ...pull, review_id: data.id, body: 'Hm!' });
  await reviewer.pulls.dismissReview({ ...pull, review_id: data.id, message: 'No' });
}

async function check({ author, bot, emulator, pull_number }: Cause): Promise<void> {
  const { sha } = (await author.pulls.get({ ...place, pull_number })).data.head;
  const actions = [{ label: 'Fix', description: 'Fix it', identifier: 'fix' }];
  const { data } = await bot.checks.create({ ...place, name: 'charter', head_sha: sha, actions });
  const run = { ...place, check_run_id: data.id };
  await bot.checks.update({ ...run, conclusion: 'failure', output: { title: 'A title', summary: 'A summary' } });
  emulator.requestAction(data.id, 'fix', 'octo-user-1');
  await author.checks.rerequestRun(run);
  await author.repos.createCommitStatus({ ...place, sha, state: 'pending', context: 'build' });
}
