import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { type Json, octokitFor, place, startOctoWorld } from './octo-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let emulator: Emulator;
let receiver: Receiver;
let octokit: Octokit;
beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startOctoWorld({ webhookUrl: receiver.url, webhookSecret: 'a secret' });
  octokit = octokitFor(emulator);
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const open = async (more = {}) => (await octokit.issues.create({ ...place, title: 'An issue', ...more })).data.number;

describe('a webhook', () => {
  it('is signed, named and numbered as GitHub does it', async () => {
    await open();
    await emulator.settled();
    const { headers, raw } = receiver.received[0]!;
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', 'a secret').update(raw).digest('hex')}`);
    expect(headers).toMatchObject({
      'x-github-event': 'issues',
      'content-type': 'application/json',
      'x-github-hook-id': '1',
    });
    expect(headers['user-agent']).toMatch(/^GitHub-Hookshot\//);
    expect(headers['x-github-delivery']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('says where, who, and for which installation', async () => {
    await open();
    await emulator.settled();
    const [installation] = emulator.state.installations.values();
    expect(receiver.received[0]?.payload).toMatchObject({
      action: 'opened',
      issue: { number: 1, title: 'An issue', user: { login: 'octo-user-1', type: 'User' } },
      repository: {
        full_name: 'octo-org/octo-repo',
        default_branch: 'main',
        owner: { login: 'octo-org', type: 'Organization' },
      },
      organization: { login: 'octo-org' },
      sender: { login: 'octo-user-1', type: 'User' },
      installation: { id: installation?.id },
    });
  });

  it('shows the state at its time, in order, one for each label', async () => {
    const issue_number = await open({ labels: ['bug', 'area/docs'] });
    await octokit.issues.update({ ...place, issue_number, milestone: 1, title: 'Renamed', body: 'x', state: 'closed' });
    await emulator.settled();
    expect(namesOf(receiver)).toEqual([
      'issues.opened',
      'issues.labeled',
      'issues.labeled',
      'issues.edited',
      'issues.milestoned',
      'issues.closed',
    ]);
    const [opened, first] = receiver.received.map(({ payload }) => payload);
    expect(opened?.issue.labels).toEqual([]);
    expect([first?.label.name, first?.issue.labels.length]).toEqual(['bug', 1]);
    expect(receiver.received[3]?.payload.changes).toEqual({ title: { from: 'An issue' }, body: { from: '' } });
  });

  it('is sent for comments with what they were before', async () => {
    const issue_number = await open();
    const { data } = await octokit.issues.createComment({ ...place, issue_number, body: 'before' });
    await octokit.issues.updateComment({ ...place, comment_id: data.id, body: 'after' });
    await octokit.issues.deleteComment({ ...place, comment_id: data.id });
    await emulator.settled();
    expect(namesOf(receiver).slice(1)).toEqual([
      'issue_comment.created',
      'issue_comment.edited',
      'issue_comment.deleted',
    ]);
    expect(receiver.received[2]?.payload).toMatchObject({
      changes: { body: { from: 'before' } },
      comment: { body: 'after' },
      issue: { number: 1 },
    });
  });

  it('is sent for every change of labels and milestones', async () => {
    await octokit.issues.createLabel({ ...place, name: 'new' });
    await octokit.issues.updateLabel({ ...place, name: 'new', new_name: 'newer' });
    await octokit.issues.deleteLabel({ ...place, name: 'newer' });
    await octokit.issues.createMilestone({ ...place, title: '2.0' });
    await octokit.issues.updateMilestone({ ...place, milestone_number: 3, title: '2.1', state: 'closed' });
    await octokit.issues.updateMilestone({ ...place, milestone_number: 3, state: 'open' });
    await octokit.issues.deleteMilestone({ ...place, milestone_number: 3 });
    await emulator.settled();
    expect(namesOf(receiver)).toEqual([
      'label.created',
      'label.edited',
      'label.deleted',
      'milestone.created',
      'milestone.edited',
      'milestone.closed',
      'milestone.opened',
      'milestone.deleted',
    ]);
    expect(receiver.received[1]?.payload.changes).toEqual({ name: { from: 'new' } });
    expect(receiver.received[4]?.payload.changes).toEqual({ title: { from: '2.0' } });
  });

  it('is sent for assigning, locking and reopening', async () => {
    const issue_number = await open();
    await octokit.issues.addAssignees({ ...place, issue_number, assignees: ['octo-user-1'] });
    await octokit.issues.removeAssignees({ ...place, issue_number, assignees: ['octo-user-1'] });
    await octokit.issues.lock({ ...place, issue_number });
    await octokit.issues.unlock({ ...place, issue_number });
    await octokit.issues.update({ ...place, issue_number, state: 'closed' });
    await octokit.issues.update({ ...place, issue_number, state: 'open' });
    await octokit.issues.update({ ...place, issue_number, milestone: 1 });
    await octokit.issues.update({ ...place, issue_number, milestone: null });
    await emulator.settled();
    const actions = 'opened assigned unassigned locked unlocked closed reopened milestoned demilestoned'.split(' ');
    expect(namesOf(receiver)).toEqual(actions.map((action) => `issues.${action}`));
  });

  it('is sent to both sides of a sub-issue', async () => {
    await open();
    const { data: child } = await octokit.issues.create({ ...place, title: 'child' });
    const at = { ...place, issue_number: 1, sub_issue_id: child.id };
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', at);
    await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue', at);
    await emulator.settled();
    const actions = ['parent_issue_added', 'sub_issue_added', 'parent_issue_removed', 'sub_issue_removed'];
    expect(namesOf(receiver).slice(2)).toEqual(actions.map((action) => `sub_issues.${action}`));
    expect(receiver.received[2]?.payload).toMatchObject({
      parent_issue: { number: 1 },
      sub_issue: { number: 2 },
      sub_issue_id: child.id,
    });
  });

  it('is not sent where nothing changed', async () => {
    const issue_number = await open({ labels: ['bug'] });
    await emulator.settled();
    const before = receiver.received.length;
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['bug'] });
    await octokit.issues.update({ ...place, issue_number, title: 'An issue', state: 'open' });
    await emulator.settled();
    expect(receiver.received.length).toBe(before);
  });
});

describe('the log of deliveries', () => {
  it('tells the receiver’s answer', async () => {
    const failing = await startReceiver(500);
    emulator.setWebhookUrl(failing.url);
    await open();
    await emulator.settled();
    await failing.close();
    await open();
    await emulator.settled();
    expect(emulator.deliveries.map(({ event, action, status }) => [event, action, status])).toEqual([
      ['issues', 'opened', 500],
      ['issues', 'opened', 0],
    ]);
  });

  it('lets a delivery be sent again under its GUID', async () => {
    await open();
    await emulator.settled();
    const { guid } = emulator.deliveries[0]!;
    const again = await emulator.redeliver(guid);
    expect(again).toMatchObject({ guid, status: 200, redelivery: true });
    const [first, second] = receiver.received;
    expect(second?.headers['x-github-delivery']).toBe(guid);
    expect(second?.raw).toBe(first?.raw);
    await expect(emulator.redeliver('unknown')).rejects.toThrow('nothing was delivered as unknown');
  });

  it('sends an event of the app itself on demand', async () => {
    const headers = { authorization: `Bearer ${appToken(emulator)}` };
    const [installation] = (await (await fetch(`${emulator.apiUrl}/app/installations`, { headers })).json()) as Json[];
    emulator.sendWebhook('installation', { action: 'created', installation, sender: installation.account });
    await emulator.settled();
    expect(namesOf(receiver)).toEqual(['installation.created']);
  });
});
