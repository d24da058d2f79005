import { listCandidates } from '../../adapters/files/candidates.ts';
import { charterJson } from '../../governance/charter-json.ts';
import { readCharter, readDocument } from '../../governance/read.ts';
import type { Charter } from '../../model/charter.ts';
import { inTerminal } from '../../text/escape.ts';
import { nothingToCheck } from '../check-documents.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { readChosen } from './read-chosen.ts';
import { printTable } from './table.ts';

/** `remit charter`: prints what was read from a document, and why as this format; 1 when no format fits it. */
export function charter(path: string | undefined, options: { json?: boolean; config: string }, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const chosen = path ?? policy.charter.documents[0] ?? listCandidates(io.cwd).documents[0];
  if (!chosen) throw new CommandError(nothingToCheck);
  const [file] = readChosen(io.cwd, [chosen]);
  if (!file || 'problem' in file) throw new CommandError(file?.problem ?? `${chosen} is not there`);

  const { charter: read, format, because } = readCharter(readDocument(file, policy.charter));
  io.err(`${file.path}: ${format ? `read as ${format}` : 'no format fits'}: ${because}\n`);
  if (options.json) io.out(`${JSON.stringify(charterJson(read, { path: file.path, format, policy }), null, 2)}\n`);
  else if (format) io.out(printCharter(read, io));
  return format ? 0 : 1;
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
