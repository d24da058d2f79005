import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  emulator = await startOctoWorld({
    webhookUrl: 'http://127.0.0.1:9/',
    seed: {
      ...octoSeed,
      organizations: [{ login: 'octo-org', members: ['octo-user-1', 'octo-member'], admins: ['octo-owner'] }],
      repositories: [repository!, { owner: 'octo-user-1', name: 'mine' }],
    },
  });
});
afterEach(() => emulator.close());

const as = (login: string) => octokitFor(emulator, login).repos;
const them = { ...place, username: 'octo-user-2' };
const told = async () => {
  await emulator.settled();
  return emulator.deliveries.map(({ event, action, payload }) => [`${event}.${action}`, (payload as Json).changes]);
};

describe('a collaborator', () => {
  it('is made, given another role and taken out again, and the app hears of each', async () => {
    const { addCollaborator, removeCollaborator } = as('octo-admin');
    expect((await addCollaborator({ ...them, permission: 'triage' })).status).toBe(204);
    expect((await as('octo-admin').getCollaboratorPermissionLevel(them)).data).toMatchObject({ role_name: 'triage' });
    await addCollaborator({ ...them, permission: 'maintain' });
    await addCollaborator({ ...them, permission: 'maintain' });
    await removeCollaborator(them);
    expect((await refusalOf(as('octo-admin').checkCollaborator(them))).status).toBe(404);
    expect(await told()).toEqual([
      ['member.added', { permission: { to: 'read' }, role_name: { to: 'triage' } }],
      ['member.edited', { old_permission: { from: 'read' }, permission: { from: 'read', to: 'write' } }],
      ['member.removed', undefined],
    ]);
  });

  it('may push unless it is said what they may', async () => {
    await as('octo-admin').addCollaborator(them);
    expect((await as('octo-user-2').get(place)).data.permissions).toMatchObject({ push: true, maintain: false });
  });

  it('of a person’s own repository may write, whatever is said', async () => {
    const mine = { owner: 'octo-user-1', repo: 'mine', username: 'octo-user-2' };
    await as('octo-user-1').addCollaborator({ ...mine, permission: 'admin' });
    const { data } = await as('octo-user-1').getCollaboratorPermissionLevel(mine);
    expect(data.role_name).toBe('write');
    const owner = as('octo-user-1').addCollaborator({ ...mine, username: 'octo-user-1' });
    expect(await refusalOf(owner)).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'Repository owner cannot be a collaborator' }] },
    });
  });

  it('leaves by their own hand, but brings in nobody', async () => {
    await as('octo-admin').addCollaborator({ ...them, permission: 'maintain' });
    const more = as('octo-user-2').addCollaborator({ ...place, username: 'octo-member' });
    expect(await refusalOf(more)).toMatchObject({
      status: 403,
      body: { message: 'Must have admin rights to Repository.' },
    });
    await as('octo-user-2').removeCollaborator(them);
    expect((await as('octo-admin').getCollaboratorPermissionLevel(them)).data.role_name).toBe('read');
  });

  it('is not made of nobody, nor with a permission that there is not', async () => {
    const { addCollaborator } = as('octo-admin');
    expect((await refusalOf(addCollaborator({ ...place, username: 'octo-nobody' }))).status).toBe(404);
    expect(await refusalOf(addCollaborator({ ...them, permission: 'reign' as 'push' }))).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ resource: 'Repository', field: 'permission', code: 'invalid' }],
      },
    });
  });
});

describe('the list of collaborators', () => {
  const list = async (parameters: object = {}) => {
    const { data } = await as('octo-admin').listCollaborators({ ...place, ...parameters });
    return data.map(({ login, role_name }) => [login, role_name]);
  };

  it('has those of the organisation too, each with what they may', async () => {
    expect(await list()).toEqual([
      ['octo-user-1', 'write'],
      ['octo-member', 'read'],
      ['octo-owner', 'admin'],
      ['octo-admin', 'admin'],
    ]);
  });

  it.each([
    ['from outside', { affiliation: 'outside' }, ['octo-admin']],
    ['who were brought in one by one', { affiliation: 'direct' }, ['octo-user-1', 'octo-admin']],
    ['who may push at least', { permission: 'push' }, ['octo-user-1', 'octo-owner', 'octo-admin']],
  ])('has those %s', async (_, parameters, logins) => {
    expect((await list(parameters)).map(([login]) => login)).toEqual(logins);
  });

  it('is for who may push; their own role everyone is told', async () => {
    const stranger = as('octo-user-2');
    expect(await refusalOf(stranger.listCollaborators(place))).toMatchObject({
      status: 403,
      body: { message: 'Must have push access to view repository collaborators.' },
    });
    const other = stranger.getCollaboratorPermissionLevel({ ...place, username: 'octo-user-1' });
    expect(await refusalOf(other)).toMatchObject({
      status: 403,
      body: { message: 'Must have push access to view collaborator permission.' },
    });
    expect((await stranger.getCollaboratorPermissionLevel(them)).data.role_name).toBe('read');
  });
});
