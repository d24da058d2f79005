import { describe, expect, it } from '@jest/globals';
import { decodeDocument, largestDocument } from '../../src/text/decode.ts';

describe('a document’s bytes', () => {
  it('are its text, byte order mark and line ends included', () => {
    expect(decodeDocument(new TextEncoder().encode('\uFEFFé\r\n'), 'W.md')).toBe('\uFEFFé\r\n');
  });

  it.each([
    ['no UTF-8', Uint8Array.of(0x23, 0xff), /not encoded in UTF-8/],
    ['binary', Uint8Array.of(0x89, 0x50, 0), /binary/],
    ['too many', new Uint8Array(largestDocument + 1), /larger than 5 MB/],
  ])('that are %s are a problem that names the file', (_what, bytes, message) => {
    expect(decodeDocument(bytes, 'W.md')).toEqual({ problem: expect.stringMatching(message) });
  });
});
