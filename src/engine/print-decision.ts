import type { Decision } from '../model/decision.ts';
import { printClause } from '../text/clause.ts';
import { inMarkdown } from '../text/escape.ts';
import { leftWhat, wroteWhat } from '../triage/story-words.ts';

/** @returns a decision for a job summary; `webUrl` is the base of GitHub's pages. Nobody is mentioned by it. */
export function decisionMarkdown({ ref, written, withheld, verdicts, hold }: Decision, webUrl: string): string {
  const { owner, repository, number } = ref;
  const lines = [
    `### [#${number}](${webUrl}/${owner}/${repository}/issues/${number})`,
    '',
    ...written.map((each) => `- ${printClause(wroteWhat(each))}: ${printClause(each.because)}`),
    ...(written.length === 0 ? ['- nothing was written'] : []),
    ...withheld.map((each) => `- left to people: ${printClause(leftWhat(each))}`),
    ...(hold === null ? [] : [`- nothing may be written: ${printClause(hold)}`]),
    ...verdicts.map(
      ({ requirement, status, message }) => `- ${inMarkdown(requirement)}: ${status}, ${printClause(message)}`,
    ),
  ];
  return `${lines.join('\n')}\n\n`;
}
