import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { known } from '../../src/model/known.ts';
import type { Policy, Route } from '../../src/model/policy.ts';
import { suggestionsFor } from '../../src/triage/routes.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../builders.ts';

const charter = aCharter({
  groups: [
    aGroup('Networking', { areas: ['Control Plane'] }),
    aGroup('Policies, Quotas'),
    aGroup('Docs'),
    aGroup('Config', { retired: true }),
  ],
});

const aRoute = (parts: Partial<Route>): Route => ({
  title: [],
  body: [],
  author: [],
  group: null,
  label: null,
  ...parts,
});

type Parts = { issue?: Parameters<typeof anIssue>[0]; fromForm?: string[]; routes?: Route[] };

function suggested(
  { issue = {}, fromForm = [], routes = [] }: Parts,
  naming: Partial<Policy['charter']> = {},
): string[] {
  const policy = aPolicy({ charter: naming, triage: { fromForm, routes } });
  return suggestionsFor(anIssue(issue), known(charter), policy).map(({ label, because }) => `${label}: ${because}`);
}

const answering = (answer: string) => ({
  issue: { body: `### Area\n\n${answer}\n\n### Version\n\n1.4` },
  fromForm: ['Area'],
});

describe('the answer to a form’s field', () => {
  it('names a group, by its name, an alias or its label', () => {
    const aliases = { net: 'Networking' };
    for (const answer of ['Networking', 'networking', 'net', 'area/networking', 'Control Plane'])
      expect(suggested(answering(answer), { aliases })).toEqual([
        `area/networking: the answer to “Area” is “${answer}”`,
      ]);
  });

  it('may name several groups', () => {
    expect(suggested(answering('Docs, Networking'))).toEqual([
      'area/docs: the answer to “Area” is “Docs”',
      'area/networking: the answer to “Area” is “Networking”',
    ]);
  });

  it('may be a name with a comma of its own', () => {
    expect(suggested(answering('Policies, Quotas'))).toEqual([
      'area/policies-quotas: the answer to “Area” is “Policies, Quotas”',
    ]);
  });

  it('names nothing where it is no group’s, a retired one’s, or not there', () => {
    for (const answer of ['Netwroking', 'Config', '_No response_', 'I don’t know'])
      expect(suggested(answering(answer))).toEqual([]);
  });

  it('comes before the routes', () => {
    const routes = [aRoute({ title: ['gateway'], group: 'Networking' })];
    expect(suggested({ ...answering('Docs'), routes })).toEqual(['area/docs: the answer to “Area” is “Docs”']);
    expect(suggested({ ...answering('_No response_'), routes })).toEqual(['area/networking: the title has “gateway”']);
  });
});

describe('a route', () => {
  const toDocs = (parts: Partial<Route>) => [aRoute({ group: 'Docs', ...parts })];
  const issue = {
    title: 'The gateway drops connections',
    body: 'since 1.4',
    author: { login: 'Octo-CI[bot]', kind: 'program' as const },
  };

  it.each<[string, Partial<Route>, string]>([
    ['the title', { title: ['router', 'Gateway'] }, 'the title has “Gateway”'],
    ['the text', { body: ['since 1.*'] }, 'the text has “since 1.*”'],
    ['the author', { author: ['octo-*'] }, 'the author is “octo-*”'],
    [
      'all of them',
      { title: ['drops'], body: ['since'], author: ['*[bot]'] },
      'the title has “drops” and the text has “since” and the author is “*[bot]”',
    ],
  ])('goes by %s', (_, parts, because) => {
    expect(suggested({ issue, routes: toDocs(parts) })).toEqual([`area/docs: ${because}`]);
  });

  it('leads nowhere unless all of its conditions hold', () => {
    expect(suggested({ issue, routes: toDocs({ title: ['gateway'], body: ['nowhere'] }) })).toEqual([]);
    expect(suggested({ issue, routes: toDocs({ author: ['ci'] }) })).toEqual([]);
    expect(suggested({ issue, routes: toDocs({}) })).toEqual([]);
  });

  it('gives way to those above it', () => {
    const routes = [aRoute({ title: ['gateway'], group: 'Networking' }), ...toDocs({ title: ['gateway'] })];
    expect(suggested({ issue, routes })).toEqual(['area/networking: the title has “gateway”']);
  });

  it('leads to no retired group and none that isn’t there, but to the next', () => {
    const title = ['gateway'];
    const routes = [
      aRoute({ title, group: 'Config' }),
      aRoute({ title, label: 'area/config' }),
      aRoute({ title, group: 'Nobody' }),
      aRoute({ title, label: 'bug' }),
      ...toDocs({ title }),
    ];
    expect(suggested({ issue, routes })).toEqual(['area/docs: the title has “gateway”']);
  });

  it('adds the label that it has, where it has one', () => {
    const naming = { label: ['area/{group}', 'wg/{group}'] };
    expect(suggested({ issue, routes: [aRoute({ title: ['gateway'], label: 'wg/networking' })] }, naming)).toEqual([
      'wg/networking: the title has “gateway”',
    ]);
  });

  it('is found or not, whatever people write and the configuration says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('gateway', '### Area\n\nDocs'),
    );
    const patterns = fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('*', 'gate*')), {
      maxLength: 3,
    });
    const route = fc.record({
      title: patterns,
      body: patterns,
      author: patterns,
      group: fc.constantFrom('Docs', 'Config', 'x'),
    });
    fc.assert(
      fc.property(text, text, fc.array(route, { maxLength: 5 }), (title, body, routes) => {
        const fromForm = ['Area', 'Version'];
        for (const line of suggested({ issue: { title, body }, fromForm, routes: routes.map(aRoute) }))
          expect(line).toMatch(/^area\/(?:networking|docs|policies-quotas): /);
      }),
    );
  });
});
