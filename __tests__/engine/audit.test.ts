import { describe, expect, it } from '@jest/globals';
import { audit } from '../../src/engine/audit.ts';
import type { Plan } from '../../src/model/plan.ts';
import { anIssue } from '../builders.ts';

function recordOf(parts: Partial<Plan>, applied = true) {
  const logged: [string, object, string][] = [];
  const log = {
    warn: () => {},
    info: (record: object, message: string) => void logged.push(['info', record, message]),
    debug: (record: object, message: string) => void logged.push(['debug', record, message]),
  };
  const ref = { owner: 'octo-org', repository: 'octo-repo', number: 1 };
  const plan: Plan = { ref, owners: [], verdicts: [], effects: [], withheld: [], again: null, hold: null, ...parts };
  audit({ issue: anIssue(), plan, applied, written: 1, problems: [], links: {} }, { job: 'guid', log });
  return { level: logged[0]![0], record: logged[0]![1] };
}

describe('the log of a decision', () => {
  it('names the labels that were changed, and of the rest only that it was', () => {
    const because = 'a secret';
    const { record } = recordOf({
      effects: [
        { do: 'label', add: ['area/docs'], remove: ['P1'], because },
        { do: 'milestone', title: 'a secret milestone', because },
        { do: 'checklist', body: null, because },
      ],
    });
    expect(record).toMatchObject({ effects: ['label +area/docs -P1', 'milestone set', 'checklist taken away'] });
    expect(JSON.stringify(record)).not.toContain('secret');
  });

  it('says what was left to people, and why', () => {
    const effect = { do: 'label', add: ['needs-owner'], remove: [], because: 'a secret' } as const;
    const { record } = recordOf({
      withheld: [{ effect: { ...effect, add: [...effect.add], remove: [] }, because: 'octo-lead-1 took it off' }],
    });
    expect(record).toMatchObject({ withheld: ['label +needs-owner: octo-lead-1 took it off'] });
  });

  it('is quiet about what changed nothing, and says why nothing may be changed', () => {
    const { level, record } = recordOf({ hold: 'the issue is closed' }, false);
    expect(level).toBe('debug');
    expect(record).toMatchObject({ hold: 'the issue is closed' });
  });
});
