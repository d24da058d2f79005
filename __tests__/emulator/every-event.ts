import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { causeEveryPullEvent } from './every-pull-event.ts';
import { causeEverySettingEvent } from './every-setting-event.ts';
import { octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';

/** A world in which everything can happen, nobody hearing of it but the log of deliveries. */
export function startEveryEventWorld(): Promise<Emulator> {
  const collaborators = { 'octo-user-1': 'write' } as const;
  return startOctoWorld({
    webhookUrl: 'http://127.0.0.1:9/',
    seed: {
      ...octoSeed,
      organizations: [
        { login: 'octo-org', members: ['octo-user-1'], admins: ['octo-owner'], teams: [{ name: 'Docs' }] },
      ],
      repositories: [
        ...(octoSeed.repositories ?? []),
        { owner: 'octo-org', name: 'octo-other', collaborators },
        { owner: 'octo-user-2', name: 'octo-own', labels: ['bug'], collaborators },
      ],
    },
  });
}

/** Lets people do everything of which the emulator tells by webhook. */
export async function causeEveryEvent(emulator: Emulator): Promise<void> {
  const octokit = octokitFor(emulator);
  await changeIssue(octokit, octokitFor(emulator, 'octo-admin'));
  await changeComments(octokit);
  await changePlanning(octokit);
  await changeFamily(octokit);
  await changeFiles(octokit);
  await causeEveryPullEvent(emulator);
  await causeEverySettingEvent(emulator);
  await emulator.settled();
}

async function changeIssue(octokit: Octokit, admin: Octokit): Promise<void> {
  const { data } = await octokit.issues.create({ ...place, title: 'An issue', body: 'a text', labels: ['bug'] });
  const issue = { ...place, issue_number: data.number };
  await octokit.issues.update({ ...issue, title: 'Another title', body: 'another text' });
  await octokit.issues.addAssignees({ ...issue, assignees: ['octo-user-1'] });
  await octokit.issues.removeAssignees({ ...issue, assignees: ['octo-user-1'] });
  await octokit.issues.removeLabel({ ...issue, name: 'bug' });
  await octokit.issues.update({ ...issue, milestone: 1 });
  await octokit.issues.update({ ...issue, milestone: null });
  for (const type of ['Bug', null]) {
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...issue, type });
  }
  await octokit.issues.lock({ ...issue, lock_reason: 'resolved' });
  await octokit.issues.unlock(issue);
  await octokit.issues.update({ ...issue, state: 'closed' });
  await octokit.issues.update({ ...issue, state: 'open' });
  const { data: another } = await octokit.issues.create({ ...place, title: 'Another issue' });
  for (const mutation of ['pinIssue', 'unpinIssue']) {
    await octokit.graphql(`mutation ($id: ID!) { ${mutation}(input: { issueId: $id }) { clientMutationId } }`, {
      id: another.node_id,
    });
  }
  const { data: elsewhere } = await octokit.repos.get({ owner: 'octo-org', repo: 'octo-other' });
  await octokit.graphql(
    'mutation ($id: ID!, $to: ID!) { transferIssue(input: { issueId: $id, repositoryId: $to }) { clientMutationId } }',
    { id: another.node_id, to: elsewhere.node_id },
  );
  const mutation = 'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }';
  await admin.graphql(mutation, { id: data.node_id });
}

async function changeComments(octokit: Octokit): Promise<void> {
  const { data: issue } = await octokit.issues.create({ ...place, title: 'A commented issue' });
  const { data } = await octokit.issues.createComment({ ...place, issue_number: issue.number, body: 'a comment' });
  const comment = { ...place, comment_id: data.id };
  await octokit.issues.updateComment({ ...comment, body: 'another comment' });
  await octokit.issues.deleteComment(comment);
}

async function changePlanning(octokit: Octokit): Promise<void> {
  const label = { ...place, name: 'new' };
  await octokit.issues.createLabel({ ...label, color: 'ededed' });
  await octokit.issues.updateLabel({ ...label, color: '0e8a16', description: 'a description' });
  await octokit.issues.deleteLabel(label);
  const { data } = await octokit.issues.createMilestone({ ...place, title: '2.0' });
  const milestone = { ...place, milestone_number: data.number };
  await octokit.issues.updateMilestone({ ...milestone, title: '2.1', description: 'a description' });
  await octokit.issues.updateMilestone({ ...milestone, state: 'closed' });
  await octokit.issues.updateMilestone({ ...milestone, state: 'open' });
  await octokit.issues.deleteMilestone(milestone);
}

async function changeFamily(octokit: Octokit): Promise<void> {
  const { data: parent } = await octokit.issues.create({ ...place, title: 'A parent' });
  const { data: child } = await octokit.issues.create({ ...place, title: 'A child' });
  const family = { ...place, issue_number: parent.number, sub_issue_id: child.id };
  await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', family);
  await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue', family);
  const blocked = { ...place, issue_number: parent.number, issue_id: child.id };
  const dependencies = '/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by';
  await octokit.request(`POST ${dependencies}`, blocked);
  await octokit.request(`DELETE ${dependencies}/{issue_id}`, blocked);
}

async function changeFiles(octokit: Octokit): Promise<void> {
  const content = Buffer.from('text\n').toString('base64');
  await octokit.repos.createOrUpdateFileContents({ ...place, path: 'docs/new.md', message: 'Add a page', content });
  const { sha } = (await octokit.git.getRef({ ...place, ref: 'heads/main' })).data.object;
  for (const ref of ['heads/topic', 'tags/v1']) {
    await octokit.git.createRef({ ...place, ref: `refs/${ref}`, sha });
    await octokit.git.deleteRef({ ...place, ref });
  }
}
