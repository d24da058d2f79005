import type { CommandsRead } from '../model/commands.ts';
import type { OwnComment } from '../model/facts.ts';
import { codeSpan } from '../text/escape.ts';
import type { Answer, ServedCommand } from './command.ts';
import { cannotTell, done, refuse } from './outcome.ts';
import { unreadAnswers } from './unread-answers.ts';

/**
 * @returns what was answered to commands that stand in a comment from before, out of Remit's own answer to it. They are
 * not obeyed again, and what was refused stays refused until somebody writes it anew.
 */
export function standingAnswers(kept: CommandsRead, served: ServedCommand[], reply: OwnComment | null): Answer[] {
  const lines = reply?.body.split('\n') ?? [];
  const ours = kept.commands.filter(({ name }) => served.some((each) => each.name === name));
  const stood = ours.map(({ line, text }): Answer => {
    const said = lines.flatMap((each) => saidOf(each, text) ?? [])[0];
    if (said === undefined) return { line, text, outcome: done(), overrules: [] };
    const outcome = said.startsWith(':') ? refuse('') : cannotTell('');
    return { line, text, outcome, overrules: [], said };
  });
  return [...stood, ...unreadAnswers(kept, served)];
}

/** What a line of an answer says behind the command that it is about; `undefined` where it is about another. */
function saidOf(line: string, text: string): string | undefined {
  const [, number] = /^- line (\d+), /.exec(line) ?? [];
  const start = `- line ${number}, ${codeSpan(text)}`;
  const said = number !== undefined && line.startsWith(start) ? line.slice(start.length) : '';
  return /^: | can’t be answered now/.test(said) ? said : undefined;
}
