import { describe, expect, it } from '@jest/globals';
import { known } from '../../src/model/known.ts';
import { decide } from '../../src/triage/decide.ts';
import { triageJson, triageSchema } from '../../src/triage/triage-json.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';

const planOf = (issue = anIssue()) =>
  decide({
    issue,
    charter: known(aCharter()),
    policy: aPolicy(),
    now: '2026-06-01T00:00:00.000Z',
    links: {},
    installedAt: '2020-01-01T00:00:00Z',
  });

describe('what remit triage --json prints', () => {
  it('is of the published shape', () => {
    const issues = [anIssue(), anIssue({ labels: ['area/docs', 'P1'] }), anIssue({ state: 'closed' })];
    for (const issue of issues) {
      const json = triageJson({ plan: planOf(issue), applied: false });
      expect(triageSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    }
  });

  it('names the issue, its owners, each verdict, the plan and whether it was applied', () => {
    const json = triageJson({ plan: planOf(anIssue({ labels: ['area/docs', 'P1'] })), applied: true });
    expect(json).toMatchObject({ issue: 'octo-org/octo-repo#1', owners: ['docs'], applied: true });
    expect(json.verdicts.map(({ requirement, status }) => `${requirement} ${status}`)).toEqual([
      'milestone missing',
      'owner met',
      'priority met',
      'priority-milestone waived',
    ]);
    expect(json.plan).toMatchObject([{ do: 'checklist' }]);
  });
});
