import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { formats } from '../src/governance/formats/index.ts';
import { mergeSeats } from '../src/governance/merge-seats.ts';
import { readCharter, readDocument } from '../src/governance/read.ts';
import { reporters } from '../src/governance/reporters/index.ts';
import { rules } from '../src/governance/rules/index.ts';
import type { Charter } from '../src/model/charter.ts';
import { commands } from '../src/triage/commands/index.ts';
import { requirements } from '../src/triage/requirements/index.ts';
import { findingsOfExample } from './rule-examples.ts';

const folders = [
  { folder: 'src/governance/formats', units: formats, page: 'formats' },
  { folder: 'src/governance/rules', units: rules, page: 'rules', entry: /^\| \[([a-z-]+)\]\(rules\/\1\.md\) \|/gm },
  { folder: 'src/governance/reporters', units: reporters, page: 'reporters' },
  { folder: 'src/triage/requirements', units: requirements, page: 'requirements' },
  { folder: 'src/triage/commands', units: commands, page: 'commands' },
];

describe.each(folders)('the units of $folder', ({ folder, units, page, entry = /^## ([a-z-]+)$/gm }) => {
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();

  it('are those of the generated index', () => {
    expect(Object.keys(units)).toEqual(ids);
  });

  it('are those of the reference page', () => {
    const text = readFileSync(`docs/reference/${page}.md`, 'utf8');
    expect([...text.matchAll(entry)].map((match) => match[1])).toEqual(ids);
  });

  it.each(ids)('%s is named as an id and says what it is for', (id) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(units[id]?.summary).toMatch(/^[A-Z“].+[^.]$/);
    expect(units[id]?.examples.length).toBeGreaterThan(0);
  });
});

describe('the reference of the rules', () => {
  it('has a page for each, with its examples', () => {
    const pages = readdirSync('docs/reference/rules').sort();
    expect(pages).toEqual(Object.keys(rules).map((id) => `${id}.md`));
    for (const [id, rule] of Object.entries(rules)) {
      const text = readFileSync(`docs/reference/rules/${id}.md`, 'utf8');
      const examples = [...text.matchAll(/^### [✓✗] (.+)$/gm)].map((match) => match[1]);
      expect(examples).toEqual(rule.examples.map(({ name }) => name));
    }
  });
});

describe.each(Object.entries(formats))('the format %s', (id, format) => {
  it.each(format.examples)('reads: $name', ({ document, groups, leads }) => {
    const path = format.of === 'data' ? 'sigs.yaml' : 'WORKING-GROUPS.md';
    const { format: recognised, charter } = readCharter(readDocument({ path, text: document }));
    expect(recognised).toBe(id);
    expect(charter.groups.map((group) => group.name)).toEqual(groups);
    expect(printLeads(charter)).toEqual(leads);
  });
});

describe.each(Object.entries(rules))('the rule %s', (id, rule) => {
  it.each(rule.examples)('$name', (example) => {
    const { findings } = example;
    expect(
      findingsOfExample(id, example).map(({ at, message, expected, fix }, index) => ({
        ...(findings[index]?.path ? { path: at.path } : {}),
        line: at.line,
        message,
        ...(findings[index]?.columns ? { columns: [at.column, at.endColumn] } : {}),
        ...(findings[index]?.expected ? { expected } : {}),
        ...(fix || findings[index]?.fix !== undefined ? { fix: fix?.text } : {}),
      })),
    ).toEqual(findings);
  });

  it('has an example that is in order and one that is not', () => {
    expect(rule.examples.some((example) => example.findings.length === 0)).toBe(true);
    expect(rule.examples.some((example) => example.findings.length > 0)).toBe(true);
  });
});

describe.each(Object.entries(reporters))('the reporter %s', (_id, reporter) => {
  it.each(reporter.examples)('prints: $name', ({ outcome, options, contains }) => {
    const printed = reporter.print(outcome, { colours: false, ...options });
    for (const text of contains) expect(printed).toContain(text);
  });
});

function printLeads(charter: Charter): string[] {
  return mergeSeats(charter.leads).map(({ name, handle, seats }) => {
    const who = handle ? `${name} @${handle}` : name;
    return `${who}: ${seats.map((seat) => seat.text).join(', ')}`;
  });
}
