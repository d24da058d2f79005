import { describe, expect, it } from '@jest/globals';
import { aDocument, leadsInRow, twoTables } from '../../src/governance/example-documents.ts';
import { lint } from '../../src/governance/lint.ts';
import { readProject } from '../../src/governance/project.ts';
import { readDocument, recogniseFormat } from '../../src/governance/read.ts';

const noPolicy = { documents: [], label: [], aliases: {}, columns: {}, createLabels: false, team: null };
const rulesOf = (files: { path: string; text: string }[], options = {}) =>
  lint(files, options).files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`));

describe('a project of several files', () => {
  it('is one charter, in which a seat may name a group of another document', () => {
    const groups = twoTables({ leads: [] });
    const leads = twoTables({ groups: ['Release'], leads: [['octo-lead-1', 'Docs, Release']] });
    const { charter } = readProject([
      { path: 'groups.md', text: groups },
      { path: 'leads.md', text: leads },
    ]);
    expect(charter.groups.map(({ name }) => name)).toEqual(['Docs', 'Networking', 'Security', 'Release']);
    expect(charter.leads.flatMap(({ seats }) => seats.map(({ group }) => group))).toEqual(['docs', 'release']);
  });

  it('takes the documents that the configuration names, and no others, for the charter', () => {
    const files = [
      { path: 'a.md', text: leadsInRow([['Docs', 'Octo One (Octo Inc)']]) },
      { path: 'b.md', text: leadsInRow([['Drafts', 'Octo Two (Octo Inc)']]) },
    ];
    const { charter } = readProject(files, { policy: { ...noPolicy, documents: ['a.md'] } });
    expect(charter.groups.map(({ name }) => name)).toEqual(['Docs']);
  });

  it('leaves generated lists out of the charter', () => {
    const generated = `<!-- This file is generated. Do not edit it. -->\n\n${leadsInRow([['Old', 'Octo Two (Octo Inc)']])}`;
    const files = [
      { path: 'a.md', text: leadsInRow([['Docs', 'Octo One (Octo Inc)']]) },
      { path: 'b.md', text: generated },
    ];
    expect(readProject(files).charter.groups.map(({ name }) => name)).toEqual(['Docs']);
  });

  it('reads teams below organisations and below other teams', () => {
    const text = aDocument(
      'orgs:',
      '  octo-org:',
      '    admins: [octo-lead-1]',
      '    teams:',
      '      Docs Writers:',
      '        teams:',
      '          Docs WG Leads:',
      '            maintainers: [octo-lead-1]',
      '            members: [octo-lead-2]',
    );
    const { people } = readProject([{ path: 'org.yaml', text }]);
    expect(people.teams.map(({ slug, parent, members }) => [slug, parent, members.map(({ name }) => name)])).toEqual([
      ['docs-writers', null, []],
      ['docs-wg-leads', 'Docs Writers', ['octo-lead-1', 'octo-lead-2']],
    ]);
    expect(people.lists.map(({ organisation, members }) => [organisation, members[0]?.at.line])).toEqual([
      ['octo-org', 3],
    ]);
  });

  it('tells only of the files that were asked for', () => {
    const files = [
      { path: 'a.md', text: '[x](#nowhere)\n' },
      { path: 'b.md', text: '[x](#nowhere)\n' },
    ];
    expect(rulesOf(files, { only: ['b.md'] })).toEqual(['b.md dead-fragment']);
  });
});

describe('a column with a word of the project’s own', () => {
  const text = '| Crew | Captains | Chat |\n| --- | --- | --- |\n| Docs | Octo One (Octo Inc) | n/a |\n';

  it('is not recognised by itself', () => {
    expect(recogniseFormat(readDocument({ path: 'a.md', text })).format).toBeNull();
  });

  it('is read as what the configuration says', () => {
    const columns = { group: ['Crew'], leads: ['captains'] };
    const { charter } = readProject([{ path: 'a.md', text }], { policy: { ...noPolicy, columns } });
    expect(charter.groups.map(({ name }) => name)).toEqual(['Docs']);
    expect(charter.leads.map(({ name, company }) => [name, company])).toEqual([['Octo One', 'Octo Inc']]);
  });
});

describe('what a project lets be', () => {
  const files = [{ path: 'a.md', text: 'See [one](#gone) and [two](#lost).\n' }];

  it('is told by a text of the finding’s place', () => {
    const { findings } = lint(files, { rules: { 'dead-fragment': { except: ['#GONE'] } } }).files[0]!;
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('“#lost”')]);
  });

  it('keeps the severity that stands beside it', () => {
    const { findings } = lint(files, { rules: { 'dead-fragment': { severity: 'info', except: ['one'] } } }).files[0]!;
    expect(findings.map(({ severity }) => severity)).toEqual(['info']);
  });
});

describe('a YAML document', () => {
  it('that can’t be read is told of, with its place', () => {
    const { findings } = lint([{ path: 'org/teams.yaml', text: 'teams:\n  a: &x {}\n  b: *x\n' }]).files[0]!;
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'readable-data', at: expect.objectContaining({ line: 2 }) }),
    ]);
  });

  it('in a fence of a charter has its places in the file', () => {
    const text =
      '# Docs\r\n\r\n```yaml\r\nname: Docs\r\nexecution_leads:\r\n- name: Octo One\r\n  github: octo-lead-1\r\n```\r\n';
    const { charter } = readProject([{ path: 'docs.md', text }]);
    const { at } = charter.groups[0]!;
    expect([at.line, at.column, text.slice(at.offset, at.endOffset)]).toEqual([4, 7, 'Docs']);
  });
});
