import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readSeed, seedSchema } from '../../src/emulator/seed-schema.ts';
import { octoMesh } from '../../src/entry/demo/octo-mesh.ts';
import { aTree, remit } from '../entry/terminal.ts';
import { octoSeed } from './octo-world.ts';

const faultsOf = (value: unknown) => {
  try {
    readSeed(value);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('a seed file', () => {
  it.each([
    ['of the tests', octoSeed],
    ['of the demo', octoMesh],
  ])('is taken as it is: that %s', (_, seed) => {
    expect(readSeed(seed)).toEqual(seed);
  });

  it('may be empty, and may leave the quotes off a version', () => {
    expect(readSeed(undefined)).toEqual({});
    const repository = { owner: 'octo-org', name: 'octo-repo' };
    const seed = { repositories: [{ ...repository, milestones: [1.4], issues: [{ title: 'x', milestone: 1.4 }] }] };
    expect(readSeed(seed).repositories?.[0]).toMatchObject({ milestones: ['1.4'], issues: [{ milestone: '1.4' }] });
  });

  it('is refused with each place and what is wrong there', () => {
    const seed = {
      users: [{ name: 'No login' }],
      repositories: [{ owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'x', labelz: ['bug'] }] }],
    };
    expect(faultsOf(seed)).toEqual([
      expect.stringMatching(/^users\[0\]\.login: .*expected string/),
      expect.stringMatching(/^repositories\[0\]\.issues\[0\]: .*labelz/),
    ]);
    expect(faultsOf('a text')).toEqual([expect.stringMatching(/^the seed: .*expected object/)]);
  });

  it('has a published schema that says the same', () => {
    const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(seedSchema());
    expect(validate(JSON.parse(JSON.stringify(octoSeed)))).toBe(true);
    expect(validate({ repositories: [{ owner: 'octo-org' }] })).toBe(false);
  });

  it('that can’t be used ends the command with what is wrong in it', async () => {
    const { code, err } = await remit(aTree({ 'org.yml': 'users:\n  - name: 1\n' }), ['emulate', '--seed', 'org.yml']);
    expect([code, err]).toEqual([2, expect.stringContaining('users[0].login')]);
  });
});
