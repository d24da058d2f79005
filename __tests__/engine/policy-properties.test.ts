import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { policySchema, printPolicy } from '../../src/engine/policy.ts';
import { readYaml } from '../../src/text/yaml.ts';
import { policyOf, problemsOf } from './configurations.ts';

describe('any configuration at all', () => {
  const key = fc.constantFrom(
    'charter',
    'check',
    'triage',
    'documents',
    'label',
    'aliases',
    'fail-on',
    'rules',
    'requirements',
    'speak',
    'patience',
    'ignore',
    'labels',
    'authors',
    'owner',
    'priority',
    'values',
    'constructor',
    '__proto__',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(null, true, false, 0, 1.5, '', 'x', 'off', '1d', 'area/{group}', '../x', 'a/b:c@d'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(key, fc.string()), tie('tree'), { maxKeys: 5 }),
    ),
  }));

  it('is read, or refused at places that lie in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          tree.map((value) => JSON.stringify(value, null, 1)),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const lines = text.split(/\r\n?|\n/);
          for (const { line, column, message } of problemsOf(text)) {
            expect(message).not.toMatch(/[\p{Cc}\p{Cf}]|undefined|something else/u);
            expect(column).toBeGreaterThanOrEqual(1);
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that is printed reads back as the same policy', () => {
    const names = fc.array(
      fc.oneof(fc.string({ minLength: 1, maxLength: 200 }), fc.constantFrom('1.10', 'null', 'yes', '~')),
    );
    const login = fc.stringMatching(/^[a-z0-9-]{1,39}$/);
    const file = fc.record(
      {
        charter: fc.record({
          documents: fc.array(fc.stringMatching(/^[a-z0-9 _-]{1,20}\.md$/)),
          label: fc.array(fc.stringMatching(/^[a-z/: ]{0,20}\{(group|name)\}[a-z/]{0,5}$/)),
          // A merge key is refused wherever it stands.
          aliases: fc.dictionary(
            fc.string().filter((key) => key !== '<<'),
            fc.string({ minLength: 1 }),
          ),
        }),
        check: fc.record({ 'fail-on': fc.constantFrom('error', 'warning', 'never') }),
        triage: fc.record({
          'from-form': names,
          routes: fc.array(
            fc.record({
              title: fc.array(fc.string({ minLength: 1, maxLength: 100 })),
              author: fc.constant('octo-*'),
              group: fc.string({ minLength: 1, maxLength: 200 }),
            }),
          ),
          notify: fc.constantFrom('none', 'assign', 'team'),
          requirements: fc.record(
            {
              owner: fc.oneof(fc.boolean(), fc.record({ 'exactly-one': fc.boolean() })),
              milestone: fc.oneof(fc.boolean(), fc.record({ allowed: names, parked: names })),
              'priority-milestone': fc.oneof(fc.boolean(), fc.record({ parked: names })),
              priority: fc.oneof(fc.boolean(), fc.record({ prefix: fc.string({ maxLength: 50 }) })),
            },
            { requiredKeys: [] },
          ),
          speak: fc.constantFrom('comment', 'label', 'silent'),
          patience: fc.nat({ max: 9999 }).chain((n) => fc.constantFrom(...'wdhms').map((unit) => `${n}${unit}`)),
          since: fc.constantFrom('2026-11-21', '1999-02-28'),
          backfill: fc.constantFrom('none', 'labels'),
          'pull-requests': fc.boolean(),
          bots: fc.array(login),
          ignore: fc.record({ labels: names, authors: fc.array(login), types: names }),
        }),
      },
      { requiredKeys: [] },
    );
    const validate = new Ajv({ strict: false }).compile(policySchema());
    fc.assert(
      fc.property(file, (written) => {
        const policy = policyOf(JSON.stringify(written));
        const printed = printPolicy(policy);
        expect(policyOf(printed)).toEqual(policy);
        const again = readYaml(printed);
        expect('problems' in again || !validate(again.value) ? validate.errors : null).toBeNull();
      }),
    );
  });
});
