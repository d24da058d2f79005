import { describe, expect, it } from '@jest/globals';
import { mutationFields } from '../../src/emulator/graphql/mutations.ts';
import { mutationNeed } from '../../src/emulator/permissions/mutation-needs.ts';
import { restNeed } from '../../src/emulator/permissions/rest-needs.ts';
import { routes } from '../../src/emulator/rest/routes.ts';

const changesRepository = (route: string) => /^(POST|PUT|PATCH|DELETE) \/repos\//.test(route);

describe('it is said who may', () => {
  it.each(Object.keys(routes).filter(changesRepository))('%s', (route) => {
    expect(restNeed(route)).toMatchObject({ role: expect.any(String) });
  });

  it.each(Object.keys(mutationFields))('%s', (name) => {
    expect(() => mutationNeed(name)).not.toThrow();
  });
});

it('what nobody has said of is a mistake of ours', () => {
  expect(() => restNeed('PUT /repos/{owner}/{repo}/wishes')).toThrow('who may PUT /repos/{owner}/{repo}/wishes');
  expect(() => mutationNeed('makeWish')).toThrow('who may makeWish');
});
