import { listCandidates } from '../../adapters/files/candidates.ts';
import { charterJson } from '../../governance/charter-json.ts';
import { type ProjectFile, readProject } from '../../governance/project.ts';
import { recogniseFormat } from '../../governance/read.ts';
import type { Charter } from '../../model/charter.ts';
import type { Policy } from '../../model/policy.ts';
import { inTerminal } from '../../text/escape.ts';
import { nothingToCheck } from '../check-documents.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { readChosen } from './read-chosen.ts';
import { printTable } from './table.ts';

/**
 * `remit charter`: prints what was read from a document, or from all of them together, and why as this format; 1 when no
 * format fits.
 */
export function charter(path: string | undefined, options: { json?: boolean; config: string }, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const chosen = path ? [path] : chosenDocuments(policy, io.cwd);
  if (chosen.length === 0) throw new CommandError(nothingToCheck);
  const files = readChosen(io.cwd, chosen).map((file) => {
    if ('problem' in file) throw new CommandError(file.problem);
    return file;
  });
  const documents = path ? [] : policy.charter.documents;
  const project = readProject(files, { policy: { ...policy.charter, documents } });
  for (const { document, path: read } of project.files) io.err(`${read}: ${reasonOf(document)}\n`);
  const sources = project.files.filter((file) => file.format !== null);
  const format = sources[0]?.format ?? null;
  const name = (sources.length > 0 ? sources : project.files).map((file) => file.path).join(', ');
  if (options.json)
    io.out(`${JSON.stringify(charterJson(project.charter, { path: name, format, policy }), null, 2)}\n`);
  else if (format) io.out(printCharter(project.charter, io));
  return format ? 0 : 1;
}

/** All that the configuration names; else the lists of groups, or what looks most like one. */
function chosenDocuments({ charter: { documents } }: Policy, root: string): string[] {
  return documents.length > 0 ? documents : listCandidates(root).documents.slice(0, 1);
}

function reasonOf(document: ProjectFile['document']): string {
  if (!document) return 'no format fits: it lists owners of code';
  const { format, because } = recogniseFormat(document);
  return `${format ? `read as ${format}` : 'no format fits'}: ${because}`;
}

function printCharter({ groups, leads }: Charter, io: Io): string {
  const colours = paint(io);
  const leadsOf = (slug: string) =>
    leads.filter((lead) => !lead.retired && lead.seats.some((seat) => seat.group === slug));
  const rows = groups.map((group) => [
    `${group.name}${group.retired ? ' (retired)' : ''}`,
    group.areas.join(', '),
    leadsOf(group.slug)
      .map((lead) => (lead.handle ? `@${lead.handle}` : lead.name))
      .join(', '),
    String(group.at.line),
  ]);
  return printTable(
    ['group', 'areas', 'leads', 'line'],
    rows.map((row) => row.map(inTerminal)),
    colours.bold,
  );
}
