import type { CharterChange, Seating } from '../governance/charter-changes.ts';
import { counted, listed } from '../governance/printed-message.ts';
import type { Known } from '../model/known.ts';
import { codeSpan, inMarkdown } from '../text/escape.ts';
import type { Impact, Move } from '../triage/impact.ts';
import type { GovernanceEffect } from './governance-effect.ts';

/** How text of the documents is shown: its names, and what is to be read as it stands, such as labels. */
export interface Style {
  name(text: string): string;
  code(text: string): string;
}

export const markdownStyle: Style = { name: (text) => `*${inMarkdown(text)}*`, code: codeSpan };

/** More lines of one kind are counted and not listed: what changes everything is not read line by line. */
const mostLines = 20;

/** Characters of the section: the comment has to hold the findings, too. */
const longestSection = 5_500;

/** @returns the effect in sentences, one an entry; none where nothing changes. */
export function effectLines(effect: GovernanceEffect, style: Style): string[] {
  const { impact, taken } = effect;
  return [
    ...cut(effect.changes.map((change) => changeLine(change, style))),
    ...impact.labels.renamed.map(
      ({ from, to }) => `${style.code(from)} is renamed to ${style.code(to)} once this is merged`,
    ),
    ...taken.map(
      ({ from, to }) =>
        `${style.code(from)} can’t be renamed to ${style.code(to)}: there is such a label. Its open issues get that one, too, and keep the old one`,
    ),
    ...cut(impact.moves.map((move) => moveLine(move, style))),
    ...cut(impact.labels.stray.map((stray) => strayLine(stray, style))),
    ...cut(impact.labels.missing.map(({ group, label }) => `${style.name(group)} needs a label ${style.code(label)}`)),
    ...cut(impact.queues.map((queue) => queueLine(queue, style))),
  ];
}

/** @returns the section of a pull request’s comment; `null` where there is nothing to tell. */
export function effectSection(effect: Known<GovernanceEffect>): string | null {
  const title = '### What this changes for open issues';
  if (!effect.known) return `${title}\n\nNot known: ${inMarkdown(effect.because)}.`;
  const lines = effectLines(effect.value, markdownStyle);
  if (lines.length === 0) return null;
  const looked = `${counted(effect.value.impact.issues, 'open issue')} looked at`;
  return `${title}\n\n${fitting(lines)}\n\n<sub>${looked}. Nothing is changed before the merge.</sub>`;
}

function fitting(lines: string[]): string {
  const items: string[] = [];
  let room = longestSection;
  for (const line of lines) {
    room -= line.length + 3;
    if (room < 0) break;
    items.push(`- ${line}`);
  }
  const more = lines.length - items.length;
  return [...items, ...(more === 0 ? [] : [`- and ${more} more: see \`remit impact\``])].join('\n');
}

function cut(lines: string[]): string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `and ${lines.length - mostLines + 1} more of this kind`];
}

function changeLine(change: CharterChange, { name }: Style): string {
  switch (change.what) {
    case 'renamed':
      return `${name(change.from.name)} is called ${name(change.to.name)} now (${change.because})`;
    case 'added':
      return `${name(change.group.name)} is a new group`;
    case 'removed':
      return `${name(change.group.name)} is no group any more`;
    case 'retired':
      return `${name(change.group.name)} is retired`;
    case 'revived':
      return `${name(change.group.name)} is active again`;
    case 'area-added':
      return `${name(change.area)} is a new area of ${name(change.group.name)}`;
    case 'area-removed':
      return `${name(change.area)} is no area of ${name(change.group.name)} any more`;
    case 'area-moved':
      return `the area ${name(change.area)} moves from ${name(change.from.name)} to ${name(change.to.name)}`;
    case 'lead-in':
      return `${person(change, name)} leads ${place(change, name)} now`;
    case 'lead-out':
      return `${person(change, name)} leads ${place(change, name)} no more`;
  }
}

const person = ({ lead }: Seating, name: Style['name']): string => name(lead.handle ?? lead.name);

const place = ({ group, area }: Seating, name: Style['name']): string =>
  area === null ? name(group.name) : `${name(area)} of ${name(group.name)}`;

function moveLine({ from, to, issues }: Move, { name }: Style): string {
  const are = `${counted(issues.length, 'issue')}`;
  const some = ` (${issues
    .slice(0, 5)
    .map((number) => `#${number}`)
    .join(', ')}${issues.length > 5 ? ', …' : ''})`;
  const [verb, becomes] = issues.length === 1 ? ['moves', 'becomes'] : ['move', 'become'];
  if (to.length === 0) return `${are} of ${listed(from.map(name))} ${becomes} unowned${some}`;
  if (from.length === 0) return `${are} without an owner ${verb} to ${listed(to.map(name))}${some}`;
  return `${are} ${verb} from ${listed(from.map(name))} to ${listed(to.map(name))}${some}`;
}

const strayLine = ({ label, issues }: Impact['labels']['stray'][number], { code }: Style): string =>
  `${code(label)} names no group any more, and stands on ${counted(issues, 'open issue')}`;

function queueLine({ handle, gains, loses }: Impact['queues'][number], { name }: Style): string {
  const parts = [
    ...(gains > 0 ? [`gains ${counted(gains, 'open issue')}`] : []),
    ...(loses > 0 ? [`loses ${counted(loses, 'open issue')}`] : []),
  ];
  return `the queue of ${name(handle)} ${listed(parts)}`;
}
