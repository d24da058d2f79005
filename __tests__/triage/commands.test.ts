import { describe, expect, it } from '@jest/globals';
import { commands } from '../../src/triage/commands/index.ts';
import { tryCommand } from '../../src/triage/try-command.ts';

describe.each(Object.entries(commands))('the command %s', (id, command) => {
  it.each(command.examples)('$name', (example) => {
    const { effects, answers, hold } = tryCommand(example);
    const [{ outcome } = { outcome: null }] = answers;
    expect({ hold, answers: answers.length }).toEqual({ hold: null, answers: 1 });
    expect(effects.map(({ because: _, ...effect }) => effect)).toEqual(example.effects ?? []);
    if (example.refused !== undefined) {
      expect(outcome).toEqual({ is: 'refused', message: example.refused, expected: example.expected ?? [] });
    } else if (example.unknown !== undefined) {
      expect(outcome).toEqual({ is: 'unknown', because: example.unknown });
    } else {
      expect(outcome).toMatchObject({ is: 'done' });
      const said = outcome?.is === 'done' ? outcome.says.join('\n') : '';
      for (const part of example.says ?? []) expect(said).toContain(part);
    }
  });

  it('has an example that is obeyed, and is typed as its usage says', () => {
    expect(command.examples.some(({ refused, unknown }) => refused === undefined && unknown === undefined)).toBe(true);
    const name = command.servesFamilies ? 'area' : id;
    for (const usage of command.usage) expect(usage).toMatch(new RegExp(`^/(remove-)?${name}( |$)`));
  });
});
