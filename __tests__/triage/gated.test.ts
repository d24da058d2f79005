import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/model/policy.ts';
import type { PullFacts } from '../../src/model/pull-request.ts';
import { awaitedBy } from '../../src/triage/gated.ts';

const waiting = (pull: Partial<PullFacts>, gate: Partial<Policy['milestones']['gate']>) =>
  awaitedBy(
    { number: 1, commit: 'c0ffee', branch: 'main', labels: [], milestone: null, ...pull },
    { gate: { labels: [], branches: [], title: '{milestone}', ...gate }, closedEarly: 'report' },
  );

describe('a pull request', () => {
  it('waits for nothing unless the configuration says so', () => {
    expect(waiting({ labels: ['release-1.4'], branch: 'release-1.4' }, {})).toBeNull();
  });

  it('waits for the milestone that its branch or a label names', () => {
    const gate = { labels: ['release-{milestone}'], branches: ['release/{milestone}'] };
    expect(waiting({ branch: 'release/1.4' }, gate)).toEqual({ titles: ['1.4'], lacksOwn: false });
    expect(waiting({ labels: ['Release-1.5'], branch: 'release/1.4' }, gate)).toEqual({
      titles: ['1.5', '1.4'],
      lacksOwn: false,
    });
    expect(waiting({ branch: 'Release/1.4' }, gate)).toBeNull();
    expect(waiting({ branch: 'release/' }, gate)).toBeNull();
  });

  it('waits for a milestone that is called otherwise than the branch has it', () => {
    const gate = { branches: ['release-{milestone}.x'], title: 'v{milestone}.0' };
    expect(waiting({ branch: 'release-1.4.x' }, gate)?.titles).toEqual(['v1.4.0']);
    expect(waiting({ branch: 'release-$&.x' }, gate)?.titles).toEqual(['v$&.0']);
  });

  it('waits for its own milestone where no name is in the pattern', () => {
    const gate = { labels: ['release'], title: 'v{milestone}' };
    expect(waiting({ labels: ['release'], milestone: '1.4' }, gate)).toEqual({ titles: ['1.4'], lacksOwn: false });
    expect(waiting({ labels: ['release'] }, gate)).toEqual({ titles: [], lacksOwn: true });
  });

  it('names each milestone once', () => {
    const gate = { labels: ['release', 'release-{milestone}'], branches: ['release-{milestone}'] };
    const pull = { labels: ['release', 'release-1.4'], branch: 'release-1.4', milestone: '1.4' };
    expect(waiting(pull, gate)?.titles).toEqual(['1.4']);
  });
});
