import { visit } from 'unist-util-visit';
import type { Position } from '../../model/position.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { visibleText } from '../../text/inline.ts';
import { type Positions, positionsIn } from '../../text/positions.ts';
import { type Placeholder, placeholdersOf } from '../placeholders.ts';
import { listed } from '../printed-message.ts';
import type { Rule } from '../rule.ts';
import { templateSections } from '../template-sections.ts';

const leads = (name: string, company: string) => `## Docs

| Leads | Company |
| --- | --- |
| ${name} | ${company} |
`;

export default {
  summary: 'No text of a template is left over',
  why: 'Readers take a template for a group, and a word in angle brackets for nothing: GitHub drops it as an unknown HTML tag.',
  severity: 'warning',
  check({ document, charter }, report) {
    const positions = positionsIn(document.path, document.text);
    for (const { text, at } of templateSections(document, charter)) {
      report(at, `${quote(text)} is a template that readers see: put it into an HTML comment or a file of its own`);
    }
    for (const at of emptyListsOf(document, positions)) {
      report(at, 'nothing in this list has been filled in');
    }
    for (const line of byLine(placeholdersOf(document), (offset) => positions.between(offset, offset).line)) {
      const [first, last] = [line[0]!, line.at(-1)!];
      const names = [...new Set(line.map(({ text }) => text))].map(quote);
      const at = positions.between(first.offset, last.offset + last.text.length);
      report(
        at,
        `${listed(names)} ${names.length === 1 ? 'is' : 'are'} taken as HTML and not shown: fill in what is meant`,
      );
    }
  },
  examples: [
    { name: 'everything filled in', document: leads('Octo Lead', 'Octo Works'), findings: [] },
    {
      name: 'elements that HTML has',
      document: leads('<img width="30px" src="a.png"> Octo<br>Lead', '&nbsp;'),
      findings: [],
    },
    {
      name: 'a template in a comment',
      document: '<!--\n## (Group Template)\n\n<name>\n-->\n\n## Docs\n',
      findings: [],
    },
    { name: 'a word in angle brackets in code', document: 'Run `remit triage <issue>`.\n', findings: [] },
    {
      name: 'one finding for a template’s section',
      document:
        '## Docs\n\nMission: To explain.\n\n## (Group Template)\n\n| Artifact | Link |\n| --- | --- |\n| Forum | TBD |\n',
      findings: [
        {
          line: 5,
          columns: [1, 20],
          message:
            '“(Group Template)” is a template that readers see: put it into an HTML comment or a file of its own',
        },
      ],
    },
    {
      name: 'a list that nobody has filled in',
      document: '## Goals\n\n- TBD\n- TBD\n',
      findings: [{ line: 3, message: 'nothing in this list has been filled in' }],
    },
    {
      name: 'one finding a line for what was never filled in',
      document: leads('<name>', '<company name>'),
      findings: [
        {
          line: 5,
          columns: [3, 26],
          message: '“<name>” and “<company name>” are taken as HTML and not shown: fill in what is meant',
        },
      ],
    },
  ],
} satisfies Rule;

/** Lists of at least two items each of which only says that it is to be written. */
function emptyListsOf({ tree }: MarkdownDocument, positions: Positions): Position[] {
  const empty: Position[] = [];
  visit(tree, 'list', (list) => {
    const texts = list.children.map((item) => visibleText(item));
    if (texts.length > 1 && texts.every((text) => /^(?:tbd|todo|to be (?:done|defined|written))\.?$/i.test(text))) {
      empty.push(positions.of(list));
    }
  });
  return empty;
}

function byLine(placeholders: Placeholder[], lineOf: (offset: number) => number): Placeholder[][] {
  const lines = new Map<number, Placeholder[]>();
  for (const placeholder of placeholders) {
    const line = lineOf(placeholder.offset);
    const others = lines.get(line);
    if (others) others.push(placeholder);
    else lines.set(line, [placeholder]);
  }
  return [...lines.values()];
}
