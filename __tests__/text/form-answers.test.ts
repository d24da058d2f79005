import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formAnswers } from '../../src/text/form-answers.ts';

/** An issue as GitHub renders a form: each field with its answer. */
const form = (...fields: [label: string, answer: string][]) =>
  fields.map(([label, answer]) => `### ${label}\n\n${answer}`).join('\n\n');

describe('the answer to a field of an issue form', () => {
  it.each<[string, string, string[]]>([
    [
      'is the line below its heading',
      form(['Version', '1.4'], ['Area', 'Networking'], ['Logs', 'none']),
      ['Networking'],
    ],
    ['is all options of a dropdown in one line', form(['Area', 'Networking, Docs']), ['Networking, Docs']],
    [
      'is what is ticked of checkboxes',
      form(['Area', '- [X] Networking\n- [ ] Docs\n- [x] Security']),
      ['Networking', 'Security'],
    ],
    ['is nothing where nobody answered', form(['Area', '_No response_']), []],
    ['is nothing where there is no such field', form(['Version', '1.4']), []],
    ['is nothing where the body is empty', '', []],
    ['is found in any letter case, and whatever the ends of lines', '### AREA \r\n\r\nNetworking\r\n', ['Networking']],
    ['is the first where a later field claims the same', form(['Area', 'Docs'], ['Area', 'Networking']), ['Docs']],
    [
      'is not what stands in pasted code',
      '### Logs\n\n```shell\n### Area\n\nDocs\n```\n\n### Area\n\nNetworking',
      ['Networking'],
    ],
    ['is not taken from another heading level', '## Area\n\nDocs\n\n#### Area\n\nDocs', []],
  ])('%s', (_, body, answers) => {
    expect(formAnswers(body, 'Area')).toEqual(answers);
  });

  it('comes back as it was given, whatever else is in the form', () => {
    const line = fc.string({ maxLength: 30 }).filter((text) => !/[\n\r#`~]/.test(text));
    const answer = fc.stringMatching(/^[A-Z][a-z]{0,10}(?: & [A-Z][a-z]{0,10}){0,2}$/);
    fc.assert(
      fc.property(fc.array(line), answer, line, (before, given, after) => {
        const body = form(['What happened', before.join('\n')], ['Area', given], ['Version', after]);
        expect(formAnswers(body, 'Area')).toEqual([given]);
      }),
    );
  });

  it('is never more than fifty lines, whatever was written', () => {
    const mark = fc.constantFrom(
      '### Area\n',
      '```\n',
      '~~~~\n',
      '- [x] a\n',
      '- [ ] b\n',
      '_No response_\n',
      ' \n',
      'x\r',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 200 }), (marks) => {
        const answers = formAnswers(marks.join(''), 'Area');
        expect(answers.length).toBeLessThanOrEqual(50);
        for (const text of answers) expect(text).toBe(text.trim());
      }),
    );
  });

  // Time that grew with the square of the length would not end within the time of a test.
  it.each(['### ', '- [x] ', '```\n', '- [', '### Area\n\n', '# ', '\n'])('gets through a body full of %j', (part) => {
    const body = `### Area\n\n${part.repeat(1_000_000 / part.length)}`;
    expect(formAnswers(body, 'Area').length).toBeLessThanOrEqual(50);
  });
});
