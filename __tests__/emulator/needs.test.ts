import { describe, expect, it } from '@jest/globals';
import { mutationFields } from '../../src/emulator/graphql/mutations.ts';
import { types } from '../../src/emulator/graphql/schema.ts';
import { mutationNeed } from '../../src/emulator/permissions/mutation-needs.ts';
import { restNeed } from '../../src/emulator/permissions/rest-needs.ts';
import { restReading } from '../../src/emulator/permissions/rest-reads.ts';
import { typeReading } from '../../src/emulator/permissions/type-reads.ts';
import { routes } from '../../src/emulator/rest/routes.ts';

const readsRepository = (route: string) => /^GET \/repos\//.test(route);
const changesRepository = (route: string) => /^(POST|PUT|PATCH|DELETE) \/repos\//.test(route);

describe('it is said who may', () => {
  it.each(Object.keys(routes).filter(changesRepository))('%s', (route) => {
    expect(restNeed(route)).toMatchObject({ role: expect.any(String) });
  });

  it.each(Object.keys(mutationFields))('%s', (name) => {
    expect(() => mutationNeed(name)).not.toThrow();
  });
});

describe('it is said what it takes to read', () => {
  it.each(Object.keys(routes).filter(readsRepository))('%s', (route) => {
    expect(restReading(route)).not.toHaveLength(0);
  });

  it.each(Object.keys(types))('what is a %s', (name) => {
    expect(() => typeReading(name)).not.toThrow();
  });
});

it('what nobody has said of is a mistake of ours', () => {
  expect(() => restNeed('PUT /repos/{owner}/{repo}/wishes')).toThrow('who may PUT /repos/{owner}/{repo}/wishes');
  expect(() => restReading('GET /repos/{owner}/{repo}/wishes')).toThrow('who may GET /repos/{owner}/{repo}/wishes');
  expect(() => typeReading('Wish')).toThrow('who may read Wish');
  expect(() => mutationNeed('makeWish')).toThrow('who may makeWish');
});
