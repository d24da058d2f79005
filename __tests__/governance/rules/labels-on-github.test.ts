import { describe, expect, it } from '@jest/globals';
import { twoTables } from '../../../src/governance/example-documents.ts';
import { githubSays } from '../../../src/governance/example-github.ts';
import { findingsOf } from '../../../src/governance/lint.ts';
import { noPolicy } from '../../../src/governance/project.ts';
import type { OnGitHub } from '../../../src/model/on-github.ts';

const policy = { ...noPolicy, label: ['area/{group}'] };

const found = (id: string, text: string, onGitHub: OnGitHub) =>
  findingsOf(id, [{ path: 'WORKING-GROUPS.md', text }], { onGitHub, policy }).map(({ at, message, expected }) => [
    at.line,
    message,
    ...expected,
  ]);

describe('a label of no group', () => {
  const document = twoTables({});

  it('is not similar to others by what all of them begin with', () => {
    const labels = ['area/docs', 'area/networking', 'area/security', 'area/cli', 'area/serverity'];
    const messages = found('label-without-group', document, githubSays({ labels }));
    expect(messages.map(([, , ...expected]) => expected)).toEqual([[], ['area/security']]);
  });

  it('is one finding where it is nearly that of a group', () => {
    const onGitHub = githubSays({ labels: ['area/docs', 'area/networking', 'area/secruity'] });
    expect(found('group-without-label', document, onGitHub)).toEqual([]);
    expect(found('label-without-group', document, onGitHub)).toHaveLength(1);
  });
});
