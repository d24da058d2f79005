import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasPhrase, searchedText } from '../../src/text/phrases.ts';

const has = (text: string, phrase: string) => hasPhrase(searchedText(text), phrase);

describe('a phrase', () => {
  it.each([
    ['The Gateway drops connections', 'gateway'],
    ['The gateway  drops\tconnections', 'drops connections'],
    ['(gateway): 503', 'gateway'],
    ['istio-cni fails', 'cni'],
    ['The gateway drops TLS connections', 'gateway*tls'],
    ['The gateways drop it', 'gateway*'],
    ['a subgateway', '*gateway'],
    ['one\ntwo gateway\nthree', 'two gateway'],
    ['re: [dns]', '[dns]'],
    ['x[dns]y', '[dns]'],
    ['catgate gate', 'gate'],
    ['gatex dns gate dnsy dns', 'gate*dns'],
    ['', '*'],
    ['Straße', 'STRASSE'.toLowerCase().replace('ss', 'ß')],
  ])('%j has %j', (text, phrase) => {
    expect(has(text, phrase)).toBe(true);
  });

  it.each([
    ['The gateways drop it', 'gateway'],
    ['a subgateway', 'gateway'],
    ['gate\nway', 'gate way'],
    ['gate\nway', 'gate*way'],
    ['connections dropped by the gateway', 'gateway*connections'],
    ['tls before the gateway', 'gateway*tls'],
    ['it fails <!-- networking, docs --> now', 'networking'],
    ['it fails <!-- networking', 'networking'],
    ['<!-- a --> x <!-- docs -->', 'docs'],
    ['', 'gateway'],
  ])('%j has no %j', (text, phrase) => {
    expect(has(text, phrase)).toBe(false);
  });

  const word = fc.stringMatching(/^[a-z]{1,8}$/);

  it('is found wherever it stands as a line of its own words', () => {
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, phrase, after) => {
        expect(has([...before, phrase, ...after].join(' '), phrase)).toBe(true);
      }),
    );
  });

  it('fits as a pattern of GitHub’s would that stands for any text', () => {
    const sign = fc.constantFrom('a', 'b', '*', ' ', '-');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), fc.array(sign, { maxLength: 12 }), (pattern, text) => {
        const phrase = pattern.join('').trim().replace(/ +/g, ' ');
        const line = text.join('').replaceAll('*', 'b').trim().replace(/ +/g, ' ');
        if (phrase === '') return;
        const inner = phrase.replaceAll('*', '.*');
        const start = /^\w/.test(phrase) ? '\\b' : '';
        const end = /\w$/.test(phrase) ? '\\b' : '';
        expect(has(line, phrase)).toBe(new RegExp(`${start}${inner}${end}`).test(line));
      }),
      { numRuns: 2000 },
    );
  });

  // Time that grew with the square of the length would not end within the time of a test.
  it.each(['a', 'ab', 'a ', '<!--', '<!-->', 'aaab\n', '*'])('is looked for in a text full of %j', (part) => {
    const text = searchedText(part.repeat(1_000_000 / part.length));
    for (const phrase of ['a*a*a*a*a*a*c', `${'a'.repeat(99)}c`, `${'*'.repeat(50)}c`, 'b*c'])
      expect(hasPhrase(text, phrase)).toBe(false);
  });
});
