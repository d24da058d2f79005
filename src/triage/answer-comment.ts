import type { OwnComment } from '../model/facts.ts';
import type { Effect, Reaction } from '../model/plan.ts';
import { printClause } from '../text/clause.ts';
import { codeSpan } from '../text/escape.ts';
import { replyMarker } from '../text/reply-marker.ts';
import type { Answer } from './command.ts';

interface Answered {
  /** Node id of the comment, or of the issue where its own text held the commands. */
  to: string;
  /** Our answer to it that is there already. */
  reply: OwnComment | null;
  /** Our reaction to it that is there already. */
  reaction: Reaction | null;
}

/**
 * @returns how a comment is answered: with a reaction, and with a reply only where there is something to say. Nothing in
 * it mentions anyone, and no line of it begins with a command.
 */
export function answerComment(answers: Answer[], { to, reply, reaction }: Answered): Effect[] {
  const shown = reactionTo(answers);
  const body = bodyFor(answers, to);
  const because = 'a comment is answered';
  return [
    ...(shown === reaction ? [] : [{ do: 'react' as const, to, with: shown, instead: reaction, because }]),
    ...(body === (reply?.body ?? null) ? [] : [{ do: 'reply' as const, in: reply?.id ?? null, body, because }]),
  ];
}

function reactionTo(answers: Answer[]): Reaction | null {
  const are = answers.map(({ outcome }) => outcome.is);
  if (are.includes('refused')) return 'confused';
  if (are.includes('unknown')) return 'eyes';
  return are.length > 0 ? 'thumbs up' : null;
}

/** GitHub takes comments of at most 65,536 characters. */
const longest = 60_000;

function bodyFor(answers: Answer[], to: string): string | null {
  const lines = answers.flatMap(linesFor);
  if (lines.length === 0) return null;
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > longest) break;
    kept.push(line);
  }
  const rest = kept.length < lines.length ? ['', 'There is more, and no room for it.'] : [];
  return [replyMarker(to), ...kept, ...rest].join('\n');
}

function linesFor(answer: Answer): string[] {
  const { outcome, overrules, said } = answer;
  if (said !== undefined) return [`- ${nameOf(answer)}${said}`];
  const notes = overrules.map(
    (before) => `- ${nameOf(answer)} takes back ${nameOf(before)}: what is written last holds`,
  );
  switch (outcome.is) {
    case 'refused':
      return [`- ${nameOf(answer)}: ${printClause(outcome.message)}${advice(outcome.expected)}`];
    case 'unknown':
      return [`- ${nameOf(answer)} can’t be answered now, since it is not known: ${printClause(outcome.because)}`];
    case 'done':
      return [...notes, ...(outcome.says.length > 0 ? ['', ...outcome.says, ''] : [])];
  }
}

const nameOf = ({ line, text }: { line: number; text: string }): string =>
  text === '' ? `line ${line}` : `line ${line}, ${codeSpan(text)}`;

function advice(expected: string[]): string {
  const shown = expected.slice(0, 4).map(codeSpan);
  if (shown.length === 0) return '';
  const listed = shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
  return ` – try ${listed}`;
}
