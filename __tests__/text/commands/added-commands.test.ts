import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addedCommands } from '../../../src/text/commands/added-commands.ts';
import { parseCommands } from '../../../src/text/commands/parse-commands.ts';

const read = (text: string) => parseCommands(text, { families: ['area'] });
const added = (before: string, after: string) =>
  addedCommands(read(before), read(after)).commands.map(({ line, text }) => `${line} ${text}`);

describe('an edit of a comment', () => {
  it('brings what was not there before', () => {
    expect(added('/area docs', '/area docs\n/close')).toEqual(['2 /close']);
    expect(added('Hello.', 'Hello.\n\n/area docs')).toEqual(['3 /area docs']);
  });

  it('brings nothing where commands only move, or are typed in other letters', () => {
    expect(added('/area docs\n/close', 'Thanks.\n\n/close\n/AREA  docs ')).toEqual([]);
  });

  it('brings a command anew whose argument changed', () => {
    expect(added('/milestone 1.44', '/milestone 1.4')).toEqual(['1 /milestone 1.4']);
    expect(added('/area docs', '/remove-area docs')).toEqual(['1 /remove-area docs']);
    expect(added('/retitle the gateway', '/retitle The gateway')).toEqual(['1 /retitle The gateway']);
  });

  it('brings what comes out of a quote or of code', () => {
    expect(added('> /close', '/close')).toEqual(['1 /close']);
  });

  it('brings a command that is given once more', () => {
    expect(added('/undo', '/undo\n/undo')).toEqual(['2 /undo']);
  });

  it('brings new lines that are not read, and no old ones', () => {
    const errorsOf = (before: string, after: string) => addedCommands(read(before), read(after)).errors;
    expect(errorsOf('Hello', '／area docs')).toHaveLength(1);
    expect(errorsOf('／area docs', 'Hello\n／area docs')).toEqual([]);
  });

  it('that changes nothing brings nothing, and of no text brings all', () => {
    const line = fc.constantFrom('/area docs', '/close', '／close', 'text', '```', '> /close', '');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (given) => {
        expect(addedCommands(read(given), read(given))).toEqual({ commands: [], errors: [] });
        expect(addedCommands(read(''), read(given))).toEqual(read(given));
      }),
    );
  });
});
