import { describe, expect, it } from '@jest/globals';
import { jobsOf, unitsOf } from '../../src/engine/intake.ts';

const repository = { name: 'octo-repo', owner: { login: 'octo-org' }, default_branch: 'main' };
const installation = { id: 7 };
const sender = { login: 'octo-user-1', type: 'User' };
const program = { login: 'octo-bot[bot]', type: 'Bot' };
const issue = { number: 12, title: 'The gateway drops connections' };
const issueUnit = { kind: 'issue', ref: { owner: 'octo-org', repository: 'octo-repo', number: 12 } };

const unitOf = (name: string, payload: object) =>
  unitsOf({ name, payload: { repository, installation, sender, ...payload } }).found[0];

describe('a comment', () => {
  const comment = { id: 7, node_id: 'IC_1', updated_at: '2026-06-01T00:00:00Z', user: sender };
  const said = (action: string, body: string, more: object = {}) =>
    unitOf('issue_comment', { action, issue, comment: { ...comment, body }, ...more });
  const given = (unit: ReturnType<typeof said>) => (unit?.kind === 'commands' ? unit.given : null);
  const textsOf = (unit: ReturnType<typeof said>) => given(unit)?.added.commands.map(({ text }) => text);

  it('brings its commands, who gave them, and when', () => {
    expect(said('created', 'I see.\n/area docs\n/remove-wg x')).toEqual({
      kind: 'commands',
      ref: issueUnit.ref,
      given: {
        to: 'IC_1',
        by: { login: 'octo-user-1', kind: 'person' },
        at: '2026-06-01T00:00:00Z',
        nth: 7,
        added: {
          commands: [
            { name: 'area', args: ['docs'], remove: false, line: 2, text: '/area docs' },
            { name: 'remove-wg', args: ['x'], remove: false, line: 3, text: '/remove-wg x' },
          ],
          errors: [],
        },
        kept: { commands: [], errors: [] },
        edited: false,
        tries: 0,
      },
    });
  });

  it('that is edited brings what is new in it, by whoever edited it', () => {
    const changes = { body: { from: '/area docs\n/close' } };
    const edited = said('edited', 'Sorry.\n/close\n/area config', { changes, sender: { ...sender, login: 'octo-2' } });
    expect(textsOf(edited)).toEqual(['/area config']);
    expect(given(edited)).toMatchObject({
      by: { login: 'octo-2' },
      edited: true,
      kept: { commands: [{ text: '/close' }] },
    });
  });

  it('that is edited and says the same to Remit is nothing', () => {
    expect(said('edited', 'Well.\n/area docs', { changes: { body: { from: '/area docs' } } })).toBeUndefined();
    expect(said('edited', '/area docs', { changes: {} })).toBeUndefined();
  });

  it('that loses its commands, or is deleted with them, may have an answer to be taken away', () => {
    const gone = { added: { commands: [] }, kept: { commands: [] } };
    expect(given(said('edited', 'Never mind.', { changes: { body: { from: '/area docs' } } }))).toMatchObject(gone);
    expect(given(said('deleted', '/area docs'))).toMatchObject(gone);
  });

  it.each(['created', 'edited', 'deleted'])('without a command that is %s has nothing looked at', (action) => {
    expect(said(action, 'See and/or https://example.org/a')).toBeUndefined();
    expect(said(action, '    /area docs')).toBeUndefined();
  });

  it.each(['edited', 'deleted'])('of a program that a person %s has its issue looked at', (action) => {
    const body = 'What this issue still needs\n/close';
    expect(unitOf('issue_comment', { action, issue, comment: { ...comment, body, user: program }, sender })).toEqual(
      issueUnit,
    );
  });

  it('of a program is kept, since it may be one whose commands are obeyed; of our own nothing is', () => {
    const parts = { action: 'created', issue, comment: { ...comment, body: '/close', user: program }, sender: program };
    expect(given(unitOf('issue_comment', parts))).toMatchObject({ by: { login: 'octo-bot[bot]', kind: 'program' } });
    const delivery = { guid: 'g', name: 'issue_comment', payload: { ...parts, repository, installation } };
    expect(jobsOf(delivery, { ownLogin: 'octo-bot[bot]' }).jobs).toEqual([]);
  });

  it('on a pull request is kept, since the configuration may want it', () => {
    expect(given(said('created', '/close', { issue: { ...issue, pull_request: {} } }))).not.toBeNull();
    expect(said('created', 'Thanks', { issue: { ...issue, pull_request: {} } })).toBeUndefined();
  });

  it('makes the same job whichever delivery brings it, and another one for each revision', () => {
    const idOf = (guid: string, body: string, more: object = {}) => {
      const payload = { action: 'created', issue, repository, installation, sender, ...more };
      const [job] = jobsOf({
        guid,
        name: 'issue_comment',
        payload: { ...payload, comment: { ...comment, body } },
      }).jobs;
      return job?.id;
    };
    expect(idOf('g1', '/close')).toBe(idOf('g2', '/close'));
    expect(idOf('g1', '/close')).not.toBe(idOf('g1', '/reopen'));
    const edit = { action: 'edited', changes: { body: { from: 'Hm.' } } };
    expect(new Set([idOf('g', '/a x'), idOf('g', '/a x\n/b'), idOf('g', '/a x', edit)]).size).toBe(3);
  });
});

describe('commands in the text of an issue', () => {
  const text = { node_id: 'I_1', created_at: '2026-06-01T00:00:00Z', body: '/area docs' };
  const unitsFor = (action: string, changes?: unknown) =>
    unitsOf({ name: 'issues', payload: { action, issue: { ...issue, ...text }, changes, repository, sender } }).found;

  it('count when it is opened, and only then', () => {
    expect(unitsFor('opened')).toMatchObject([{ kind: 'commands', given: { to: 'I_1', edited: false } }, issueUnit]);
    expect(unitsFor('edited')).toEqual([issueUnit]);
  });

  it('are not those of whoever transfers it, though GitHub says that they opened it', () => {
    expect(unitsFor('opened', { old_issue: { number: 3 } })).toEqual([issueUnit]);
  });
});

describe('a pull request', () => {
  const pull = { node_id: 'PR_1', created_at: '2026-06-01T00:00:00Z' };
  const foundIn = (action: string, body: string | null) =>
    unitsOf({
      name: 'pull_request',
      payload: { repository, installation, sender, action, number: 12, pull_request: { ...pull, body } },
    }).found.map((unit) => (unit.kind === 'commands' ? unit.given.added.commands.map(({ text }) => text) : unit.kind));

  it('that is opened brings the commands of its text', () => {
    expect(foundIn('opened', 'Mends it.\n/area docs')).toEqual([['/area docs'], 'issue', 'gates']);
    expect(foundIn('opened', null)).toEqual(['issue', 'gates']);
    expect(foundIn('edited', '/area docs')).toEqual(['issue', 'gates']);
  });

  it('is looked at where something may be needed of it', () => {
    expect(['labeled', 'synchronize', 'closed', 'assigned'].map((action) => foundIn(action, null))).toEqual([
      ['issue', 'gates'],
      ['gates'],
      [],
      [],
    ]);
  });
});
