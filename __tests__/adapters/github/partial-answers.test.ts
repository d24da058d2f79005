import { describe, expect, it } from '@jest/globals';
import { schema } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { Refused, Unreachable } from '../../../src/adapters/github/errors.ts';
import { allFeatures, connect } from '../../../src/adapters/github/github.ts';
import { known } from '../../../src/model/known.ts';
import { anIssue } from '../../builders.ts';

const ref = { owner: 'octo-org', repository: 'octo-repo', number: 1 };
const repository = { owner: 'octo-org', name: 'octo-repo' };

const list = (...nodes: unknown[]) => ({ nodes, pageInfo: { hasNextPage: false, hasPreviousPage: false } });

const node = (parts: object = {}) => ({
  __typename: 'Issue',
  id: 'I_1',
  number: 1,
  title: 'a',
  body: '',
  state: 'OPEN',
  locked: false,
  createdAt: '2026-01-01T00:00:00Z',
  author: { __typename: 'User', login: 'octo-user-1' },
  labels: list(),
  assignees: list(),
  milestone: null,
  parent: null,
  comments: list(),
  timelineItems: list(),
  ...parts,
});

const parent = (number: number, above: object | null) => ({
  number,
  title: 'a',
  state: 'CLOSED',
  labels: null,
  repository: { name: 'octo-repo', owner: { login: 'octo-org' } },
  parent: above,
});

const answering = (data: unknown, ...errors: object[]) => {
  const asked: { document: string; variables: Record<string, unknown> }[] = [];
  const octokit = {
    async graphql(document: string, variables: Record<string, unknown>) {
      asked.push({ document, variables });
      if (errors.length > 0) throw Object.assign(new Error('as Octokit does'), { data, errors });
      return data;
    },
    request: () => Promise.reject(new Error('nothing is asked of REST here')),
  };
  return { github: connect({ octokit }), asked };
};

const issueAnswer = (issue: unknown) => ({ repository: { url: 'https://github.com/octo-org/octo-repo', issue } });

async function read(issue: unknown, ...errors: object[]) {
  const reading = await answering(issueAnswer(issue), ...errors).github.readIssue(ref, []);
  return reading!.issue;
}

describe('an answer with gaps', () => {
  it('ends the chain of parents before the one that may not be seen', async () => {
    const path = ['repository', 'issue', 'parent', 'parent'];
    const facts = await read(node({ parent: parent(2, null) }), { type: 'FORBIDDEN', message: 'SSO needed', path });
    expect(facts.ancestry).toEqual({
      parents: [expect.objectContaining({ ref: { ...ref, number: 2 } })],
      hidden: 'a parent of the issue can’t be read: SSO needed',
    });
    expect(facts.history).toEqual(known([]));
  });

  it('ends the chain of parents before one whose labels may not be seen', async () => {
    const path = ['repository', 'issue', 'parent', 'parent', 'labels'];
    const chain = parent(2, parent(3, parent(4, null)));
    const facts = await read(node({ parent: chain }), { type: 'FORBIDDEN', message: 'SSO needed', path });
    expect(facts.ancestry.parents.map((each) => each.ref.number)).toEqual([2]);
    expect(facts.ancestry.hidden).toContain('SSO needed');
  });

  it('knows by the history of a parent that GitHub conceals', async () => {
    const event = (what: string) => ({
      __typename: `ParentIssue${what}Event`,
      createdAt: '2026-01-01T00:00:00Z',
      actor: null,
      parent: null,
    });
    const added = await read(node({ timelineItems: list(event('Removed'), event('Added')) }));
    expect(added.ancestry).toEqual({ parents: [], hidden: 'the issue has a parent that may not be seen' });
    const removed = await read(node({ timelineItems: list(event('Added'), event('Removed')) }));
    expect(removed.ancestry).toEqual({ parents: [], hidden: null });
  });

  it('leaves the history unknown when the timeline can’t be read', async () => {
    const path = ['repository', 'issue', 'timelineItems'];
    const facts = await read(node({ timelineItems: null }), { message: 'Something went wrong', path });
    expect(facts.history).toMatchObject({ known: false, because: expect.stringContaining('Something went wrong') });
    expect(facts.ancestry.parents).toEqual([]);
  });

  it('knows the history but for a parent that may not be seen', async () => {
    const at = '2026-01-01T00:00:00Z';
    const event = { __typename: 'ParentIssueAddedEvent', createdAt: at, actor: null, parent: null };
    const path = ['repository', 'issue', 'timelineItems', 'nodes', 0, 'parent'];
    const facts = await read(node({ timelineItems: list(event) }), { type: 'FORBIDDEN', message: 'SSO needed', path });
    expect(facts.history).toEqual(
      known([{ what: 'parented', parent: null, by: { login: 'ghost', kind: 'nobody' }, at }]),
    );
    expect(facts.ancestry.parents).toEqual([]);
  });

  it('leaves it open which changes were ours when GitHub does not say who we are', async () => {
    const actor = { __typename: 'Bot', login: 'remit' };
    const label = { name: 'P1' };
    const event = { __typename: 'LabeledEvent', createdAt: '2026-01-01T00:00:00Z', actor, label };
    const facts = await read(node({ timelineItems: list(event) }), {
      type: 'FORBIDDEN',
      message: 'no',
      path: ['viewer'],
    });
    expect(facts.history).toMatchObject(known([{ what: 'labeled', by: { login: 'remit[bot]', kind: 'program' } }]));
  });

  it('is refused when what is hidden is needed', async () => {
    const error = { type: 'FORBIDDEN', message: 'no labels for you', path: ['repository', 'issue', 'labels'] };
    await expect(read(node({ labels: null }), error)).rejects.toThrow(Refused);
    await expect(read(node({ labels: null }), error)).rejects.toThrow(
      'GitHub refused reading octo-org/octo-repo#1: no labels for you',
    );
  });

  it.each(['Something went wrong while executing your query. Include `C0:FFEE`', 'Timeout on validation of query'])(
    'is GitHub’s own fault, to be tried again, where it says “%s”',
    async (message) => {
      const { github } = answering(null, { message });
      await expect(github.readIssue(ref, [])).rejects.toThrow(Unreachable);
    },
  );

  it('is not taken for a missing issue when it is only a file that is not found', async () => {
    const error = { type: 'NOT_FOUND', message: 'gone', path: ['repository', 'file0'] };
    const { github } = answering(issueAnswer(node()), error);
    await expect(github.readIssue(ref, ['x.md'])).rejects.toThrow(/gone/);
  });

  it('gives a file whose last commit GitHub could not find in time, without it', async () => {
    const file0 = { __typename: 'Blob', oid: 'b10b', text: 'a', isBinary: false, isTruncated: false, byteSize: 1 };
    const path = ['repository', 'defaultBranchRef', 'target', 'commits0'];
    const { github } = answering({ repository: { file0, defaultBranchRef: null } }, { message: 'timeout', path });
    const file = { path: 'x.md', blob: 'b10b', commit: null, text: 'a' };
    expect(await github.readFiles(repository, ['x.md'])).toEqual([file]);
  });

  it('gives a folder as what it is', async () => {
    const answer = { repository: { file0: { __typename: 'Tree', oid: '7433' }, defaultBranchRef: null } };
    const [file] = await answering(answer).github.readFiles(repository, ['docs']);
    expect(file).toMatchObject({ blob: '7433', text: '', unreadable: 'it is a folder, not a file' });
  });
});

describe('kinds of actors', () => {
  it.each([
    [
      { __typename: 'User', login: 'octo-user-1' },
      { login: 'octo-user-1', kind: 'person' },
    ],
    [
      { __typename: 'Bot', login: 'octo-ci' },
      { login: 'octo-ci[bot]', kind: 'program' },
    ],
    [
      { __typename: 'Mannequin', login: 'octo-old' },
      { login: 'octo-old', kind: 'program' },
    ],
    [null, { login: 'ghost', kind: 'nobody' }],
  ])('%j', async (author, actor) => {
    expect((await read(node({ author }))).author).toEqual(actor);
  });
});

describe('a GitHub without issue types', () => {
  const extensions = { code: 'undefinedField', typeName: 'Issue', fieldName: 'issueType' };
  const message = 'Field ’issueType’ doesn’t exist on type ’Issue’';
  const refusal = Object.assign(new Error('as Octokit does'), { errors: [{ message, extensions }] });

  it('is asked once with types, and never again by any connection to it', async () => {
    const documents: string[] = [];
    const octokit = {
      async graphql(document: string) {
        documents.push(document);
        if (document.includes('issueType')) throw refusal;
        return issueAnswer(node({ parent: parent(2, null) }));
      },
      request: () => Promise.reject(new Error('nothing is asked of REST here')),
    };
    const features = allFeatures();
    const reading = await connect({ octokit, features }).readIssue(ref, []);
    expect(reading?.issue).toMatchObject({ type: null, ancestry: { parents: [{ type: null }], hidden: null } });
    await connect({ octokit, features }).readIssue(ref, []);
    expect(documents.map((document) => document.includes('issueType'))).toEqual([true, false, false]);
  });

  it('says what else it lacks', async () => {
    const { github } = answering(undefined, {
      message: 'no “viewer”',
      extensions: { ...extensions, fieldName: 'viewer' },
    });
    await expect(github.readIssue(ref, [])).rejects.toThrow('GitHub refused reading octo-org/octo-repo#1: no “viewer”');
  });
});

describe('a pull request', () => {
  it.each([
    ['OPEN', 'open'],
    ['CLOSED', 'closed'],
    ['MERGED', 'closed'],
  ])('that is %s is %s, and is known as one', async (pullState, state) => {
    const { state: _, parent: __, ...rest } = node();
    const facts = await read({ ...rest, __typename: 'PullRequest', pullState });
    expect(facts).toMatchObject({ isPullRequest: true, state, ancestry: { parents: [], hidden: null } });
  });

  it('takes its milestone by a mutation of its own, which GitHub’s schema has', async () => {
    const { github, asked } = answering({});
    await github.write(anIssue({ isPullRequest: true, milestone: '1.4' }), [
      { do: 'milestone', title: null, because: '' },
    ]);
    expect(asked[0]?.variables.input0).toEqual({ pullRequestId: 'I_1', milestoneId: null });
    expect(validate(buildSchema(schema.idl, { assumeValidSDL: true }), parse(asked[0]!.document))).toEqual([]);
  });
});
