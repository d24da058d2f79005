import { linesOf } from './lines.ts';
import { sameName } from './names.ts';

/** Beyond this nobody chose: it is a text, not a list of options. */
const mostAnswers = 50;

const heading = '### ';

/**
 * @returns what whoever opened the issue answered to a field of an issue form, an entry a line; empty where there is no
 * such field or no answer. Several options of a dropdown are one line, with commas between them; of checkboxes only
 * those count that are ticked. Reads the text once. Source: GitHub docs, Syntax for issue forms: each field is rendered
 * as a heading of the third level with the answer below it, `_No response_` where there is none.
 */
export function formAnswers(body: string, field: string): string[] {
  const answers: string[] = [];
  let isBelow = false;
  for (const line of linesOutsideCode(body)) {
    if (line.startsWith(heading)) {
      if (isBelow) break;
      isBelow = sameName(line.slice(heading.length), field);
    } else if (isBelow) {
      const answer = answerIn(line);
      if (answer !== '') answers.push(answer);
      if (answers.length >= mostAnswers) break;
    }
  }
  return answers;
}

/** A field for code is rendered as a fenced block, and what is pasted there has headings of its own. */
function linesOutsideCode(body: string): string[] {
  let fence = '';
  return linesOf(body).filter((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const wasCode = fence !== '';
    if (!wasCode) fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    return !wasCode && mark === '';
  });
}

function answerIn(line: string): string {
  const [, tick, option = line] = /^- \[([ xX])\] (.*)$/.exec(line) ?? [];
  const text = option.trim();
  return tick === ' ' || text === '_No response_' ? '' : text;
}
