import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { remit } from '../entry/terminal.ts';
import { addLabels, type House, open, openHouse } from './house.ts';

describe('remit triage', () => {
  let house: House;
  let env: Record<string, string>;
  beforeAll(async () => {
    house = await openHouse();
    env = { GITHUB_API_URL: house.github.apiUrl, GITHUB_TOKEN: house.github.as('octo-lead-1').token };
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    await addLabels(house.as('octo-user-1'), 1, 'area/networking', 'P1');
    await house.settle();
  });
  afterAll(() => house.close());

  it('gives the plan of the bot from a terminal, in the published shape, and writes nothing', async () => {
    const before = house.github.requests.length;
    const { code, out } = await remit('.', ['triage', 'octo-org/octo-repo#1', '--dry-run', '--json'], env);
    expect(code).toBe(1);
    const plan = JSON.parse(out);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/triage.json', 'utf8')));
    expect([validate(plan), validate.errors]).toEqual([true, null]);
    expect(plan).toMatchObject({ issue: 'octo-org/octo-repo#1', owners: ['networking'], applied: false });
    expect(
      plan.verdicts.map((each: { requirement: string; status: string }) => [each.requirement, each.status]),
    ).toEqual([
      ['milestone', 'missing'],
      ['owner', 'met'],
      ['priority', 'met'],
      ['priority-milestone', 'waived'],
    ]);
    const made = house.github.requests.slice(before);
    expect(made.filter((request) => request.kind === 'mutation')).toEqual([]);
  });

  it.each([
    ['an issue that is not there', ['triage', 'octo-org/octo-repo#99'], 1, /octo-org\/octo-repo#99/],
    ['something that is no issue', ['triage', 'octo-repo'], 2, /owner\/repo#12/],
  ])('says so of %s', async (_what, args, code, message) => {
    const outcome = await remit('.', args, env);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
  });

  it('asks for a token where there is none', async () => {
    const { code, err } = await remit('.', ['triage', 'octo-org/octo-repo#1'], {});
    expect(code).toBe(2);
    expect(err).toMatch(/GITHUB_TOKEN/);
  });

  it('claims nothing where GitHub does not answer', async () => {
    const nowhere = { ...env, GITHUB_API_URL: 'http://127.0.0.1:9' };
    const { code, err } = await remit('.', ['triage', 'octo-org/octo-repo#1'], nowhere);
    expect(code).toBe(3);
    expect(err).toMatch(/127\.0\.0\.1/);
  });
});
