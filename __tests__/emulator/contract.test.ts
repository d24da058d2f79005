import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Contract, ContractAnswer } from '../../src/emulator/contract/contract.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { createGitHubContract } from '../contract/github-contract.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../src/emulator/contract/${name}.json`, import.meta.url), 'utf8'));
const github = createGitHubContract(read('openapi'), read('webhooks'));

const labelRoute = 'GET /repos/{owner}/{repo}/labels/{name}';
const label = {
  id: 1,
  node_id: 'LA_1',
  url: 'https://octo.example/repos/octo-org/octo-repo/labels/bug',
  name: 'bug',
  color: 'ededed',
  default: false,
  description: null,
};
const answer = (more: Partial<ContractAnswer> = {}): ContractAnswer => ({
  route: labelRoute,
  status: 200,
  contentType: 'application/json; charset=utf-8',
  accept: '',
  body: label,
  ...more,
});

describe('GitHub’s description', () => {
  it('has nothing against an answer as GitHub gives it', () => {
    expect(github.checkAnswer(answer())).toEqual([]);
  });

  it.each<[string, Partial<ContractAnswer>, string]>([
    ['a field is missing', { body: { ...label, color: undefined } }, "/ must have required property 'color'"],
    ['a field is of another type', { body: { ...label, id: '1' } }, '/id must be integer'],
    ['an address is none', { body: { ...label, url: 'labels/bug' } }, '/url must match format "uri"'],
    ['a field may not be null', { body: { ...label, name: null } }, '/name must be string'],
    ['the status is not among those described', { status: 201 }, 'the status 201 is none of 200, 404'],
    ['the content type is not JSON', { contentType: 'text/html' }, 'the content type is text/html'],
    ['the body is missing', { body: undefined, contentType: null }, 'the body is missing'],
    [
      'there is a body where there should be none',
      { route: 'DELETE /repos/{owner}/{repo}/labels/{name}', status: 204 },
      'the status 204 has no body',
    ],
    [
      'GitHub has no such operation',
      { route: 'GET /repos/{owner}/{repo}/wishes' },
      'GitHub describes no such operation; add it to scripts/contract/operations.js',
    ],
  ])('notices that %s', (_, more, line) => {
    expect(github.checkAnswer(answer(more))).toEqual([line]);
  });

  it.each([401, 403, 404, 422, 502])('holds a refusal with %i to the shape that all refusals have', (status) => {
    const body = { message: 'No', documentation_url: 'https://docs.octo.example', status: String(status) };
    expect(github.checkAnswer(answer({ status, body }))).toEqual([]);
    expect(github.checkAnswer(answer({ status, body: ['No'] }))).toEqual(['/ must be object']);
  });

  it('takes a route whatever it calls its parameters', () => {
    expect(github.checkAnswer(answer({ route: 'GET /repos/{owner}/{repo}/labels/{+label}' }))).toEqual([]);
  });

  it('notices that a webhook’s payload lacks something, and that GitHub has no such webhook', () => {
    expect(github.checkWebhook('label', { action: 'created', label })).toEqual([
      "/ must have required property 'repository'",
    ]);
    expect(github.checkWebhook('label', { action: 'painted' })).toEqual([
      'GitHub describes no such event; add it to scripts/contract/operations.js',
    ]);
  });
});

const issuesRoute = '/repos/{owner}/{repo}/issues';
const request = (route: string, query: Record<string, string> = {}, body?: unknown) => ({
  route,
  query: new URLSearchParams(query),
  body,
});

describe('GitHub’s description of a request', () => {
  it('has nothing against what GitHub reads', () => {
    expect(github.checkRequest(request(`GET ${issuesRoute}`, { state: 'all', per_page: '100' }))).toEqual([]);
    expect(github.checkRequest(request(`POST ${issuesRoute}`, {}, { title: 'A', labels: [{ name: 'bug' }] }))).toEqual(
      [],
    );
    expect(github.checkRequest(request(`POST ${issuesRoute}/{issue_number}/labels`, {}, { labels: ['bug'] }))).toEqual(
      [],
    );
    expect(github.checkRequest(request(`PUT ${issuesRoute}/{issue_number}/lock`))).toEqual([]);
  });

  it.each<[string, ReturnType<typeof request>, string]>([
    ['a parameter is unknown', request(`GET ${issuesRoute}`, { label: 'bug' }), 'the parameter label is unknown'],
    [
      'a parameter is none of the choices',
      request(`GET ${issuesRoute}`, { state: 'new' }),
      'the parameter state: / must be equal to one of the allowed values: open, closed, all',
    ],
    [
      'a parameter is no number',
      request(`GET ${issuesRoute}`, { per_page: 'all' }),
      'the parameter per_page: / must be integer',
    ],
    ['a field is unknown', request(`POST ${issuesRoute}`, {}, { title: 'A', label: 'bug' }), '/label is unknown'],
    [
      'a field below another is unknown',
      request(`POST ${issuesRoute}`, {}, { title: 'A', labels: [{ title: 'bug' }] }),
      '/labels/0/title is unknown',
    ],
    [
      'a field is of another type',
      request(`POST ${issuesRoute}/{issue_number}/comments`, {}, { body: 7 }),
      '/body must be string',
    ],
    ['a field is missing', request(`POST ${issuesRoute}`, {}, {}), "/ must have required property 'title'"],
    [
      'there is a body where none is read',
      request(`DELETE ${issuesRoute}/{issue_number}/lock`, {}, { lock_reason: 'spam' }),
      'there is a body where GitHub reads none',
    ],
  ])('notices that %s', (_, asked, line) => {
    expect(github.checkRequest(asked)).toEqual([line]);
  });
});

describe('an emulator that is held to a contract', () => {
  const never: Contract = {
    checkRequest: () => [],
    checkAnswer: () => ['/name is wrong'],
    checkWebhook: () => ['/sender is wrong'],
  };
  let emulator: Emulator;
  afterEach(() => emulator.close());

  it('answers with 500 in place of what GitHub would not answer, and lists it', async () => {
    emulator = await startOctoWorld({ contract: { ...never, checkWebhook: () => [] } });
    const refused = await refusalOf(octokitFor(emulator).issues.getLabel({ ...place, name: 'bug' }));
    expect(refused.status).toBe(500);
    expect(refused.body.message).toMatch(`${labelRoute} 200 is not as GitHub describes it:\n  /name is wrong`);
    expect(emulator.violations).toEqual([{ what: `${labelRoute} 200`, wrong: ['/name is wrong'] }]);
  });

  it('sends no webhook that GitHub would not send: the request that causes it fails', async () => {
    emulator = await startOctoWorld({
      contract: { ...never, checkAnswer: () => [] },
      webhookUrl: 'http://127.0.0.1:9/',
    });
    const refused = await refusalOf(octokitFor(emulator).issues.createLabel({ ...place, name: 'new' }));
    expect(refused.status).toBe(500);
    expect(emulator.violations).toEqual([{ what: 'webhook label.created', wrong: ['/sender is wrong'] }]);
    expect(emulator.deliveries).toEqual([]);
  });

  it('refuses with 500 what GitHub does not know, and lists it', async () => {
    emulator = await startOctoWorld({
      contract: { ...never, checkAnswer: () => [], checkRequest: () => ['/colour is unknown'] },
    });
    const refused = await refusalOf(octokitFor(emulator).issues.createLabel({ ...place, name: 'new' }));
    expect(refused.status).toBe(500);
    const route = 'POST /repos/{owner}/{repo}/labels';
    expect(emulator.violations).toEqual([{ what: `request ${route}`, wrong: ['/colour is unknown'] }]);
  });

  it('has nothing against a wrong request that is refused', async () => {
    emulator = await startOctoWorld({
      contract: { ...never, checkAnswer: () => [], checkRequest: () => ['/colour is unknown'] },
    });
    const refused = await refusalOf(octokitFor(emulator).issues.createLabel({ ...place, name: 'bug' }));
    expect(refused.status).toBe(422);
    expect(emulator.violations).toEqual([]);
  });

  it('is held to nothing where it is told so', async () => {
    emulator = await startOctoWorld({ contract: null });
    await octokitFor(emulator).issues.getLabel({ ...place, name: 'bug' });
    expect(emulator.violations).toEqual([]);
  });
});
