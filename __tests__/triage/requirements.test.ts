import { describe, expect, it } from '@jest/globals';
import { tryExample } from '../../src/triage/example.ts';
import { requirements } from '../../src/triage/requirements/index.ts';

describe.each(Object.entries(requirements))('the requirement %s', (id, requirement) => {
  it.each(requirement.examples)('$name', (example) => {
    const { status, message, effects } = tryExample({ id, requirement }, example);
    expect({ status, message, effects }).toEqual({
      status: example.status,
      message: example.message,
      effects: example.effects ?? [],
    });
  });

  it('has an example that is met and one that is not', () => {
    expect(requirement.examples.some(({ status }) => status === 'met')).toBe(true);
    expect(requirement.examples.some(({ status }) => status !== 'met')).toBe(true);
  });
});
