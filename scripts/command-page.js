import { codeSpan } from '../dist/text/escape.js';
import { whoWords } from '../dist/triage/command-table.js';
import { otherProwCommands } from '../dist/triage/prow-commands.js';
import { wroteWhat } from '../dist/triage/story-words.js';
import { tryCommand } from '../dist/triage/try-command.js';

/** All commands with their examples, and what is other than in Prow. */
export function printCommandPage(units) {
  return [
    printList(units),
    ...Object.entries(units).map(([id, unit]) => printCommand(id, unit)),
    '## For hands that know Prow',
    printProw(units),
    'Commands of Prow’s that Remit has not; it takes no notice of them, so that both can work side by side:',
    printOthers(),
  ].join('\n\n');
}

function printList(units) {
  const rows = Object.entries(units).map(
    ([id, unit]) =>
      `| ${unit.usage.map(codeSpan).join(', ')} | [${unit.summary}](#${id}) | ${whoWords({ who: unit.who, command: unit })} |`,
  );
  return ['| command | does | who, by default |', '| --- | --- | --- |', ...rows].join('\n');
}

function printCommand(id, unit) {
  const families =
    'The families are those of `commands.families`: `area`, `committee`, `kind`, `language`, `sig` and `wg` where the configuration says nothing.';
  return [
    `## ${id}`,
    unit.usage.map(codeSpan).join(', '),
    `${unit.summary}. ${unit.why}`,
    unit.servesFamilies ? families : '',
    printExamples(unit.examples),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function printExamples(examples) {
  const rows = examples.map((example) => {
    const comment = example.comment.length > 80 ? `${example.comment.slice(0, 79)}…` : example.comment;
    return `| ${example.name} | ${codeSpan(comment)} | ${printOutcome(example)} |`;
  });
  return ['| example | typed | comes to |', '| --- | --- | --- |', ...rows].join('\n');
}

function printOutcome(example) {
  const { effects, answers } = tryCommand(example);
  const { outcome } = answers[0];
  if (outcome.is === 'refused') {
    const tried = outcome.expected.length > 0 ? `; try ${outcome.expected.map(codeSpan).join(', ')}` : '';
    return `refused: ${outcome.message}${tried}`;
  }
  if (outcome.is === 'unknown') return `not known: ${outcome.because}`;
  if (effects.length === 0) return outcome.says.length > 0 ? 'an answer' : 'nothing: it is so already';
  return effects.map(wroteWhat).join(', and ');
}

function printProw(units) {
  const rows = Object.values(units).flatMap(({ prow, usage }) =>
    prow ? [`| ${listed(prow.command.split(', '))} | ${usage.map(codeSpan).join(', ')} | ${prow.difference} |`] : [],
  );
  return ['| Prow | Remit | what is other, and why |', '| --- | --- | --- |', ...rows].join('\n');
}

function printOthers() {
  const rows = otherProwCommands.map(({ names, why }) => `| ${listed(names.map((name) => `/${name}`))} | ${why} |`);
  return ['| Prow | why not |', '| --- | --- |', ...rows].join('\n');
}

const listed = (names) => names.map((name) => (name === '…' ? name : codeSpan(name))).join(', ');
