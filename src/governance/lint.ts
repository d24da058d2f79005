import type { Finding, Severity } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { readMarkdown } from '../text/markdown.ts';
import { readCharter } from './read.ts';
import type { CheckedFile, CheckOutcome } from './reporter.ts';
import type { Rule, Subject } from './rule.ts';
import { rules } from './rules/index.ts';
import { withoutSilenced } from './silence.ts';

type Settings = Policy['check']['rules'];

/** @returns what the rules say of the documents; a rule that `settings` don't name is on with its own severity. */
export function lint(documents: { path: string; text: string }[], settings: Settings): CheckOutcome {
  const files = documents.map((document) => lintOne(document, settings));
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { files, counts: { error: count('error'), warning: count('warning'), info: count('info'), new: 0 } };
}

/** @returns what one rule says of a document, in the document's order, whatever its settings and comments. */
export function findingsOf(id: string, document: MarkdownDocument): Finding[] {
  const rule = rules[id];
  if (!rule) throw new Error(`there is no rule “${id}”`);
  return run(id, rule, { document, charter: readCharter(document).charter }).sort(byPlace);
}

function lintOne({ path, text }: { path: string; text: string }, settings: Settings): CheckedFile {
  const document = readMarkdown(path, text);
  const { charter, format } = readCharter(document);
  if (isData(path)) return { path, format, findings: [], text };
  const ran: string[] = [];
  const all = Object.entries(rules).flatMap(([id, rule]) => {
    const setting = settings[id] ?? rule.severity;
    if (setting === 'off') return [];
    ran.push(id);
    return run(id, { ...rule, severity: setting }, { document, charter });
  });
  const silence = { ran, known: Object.keys(rules), unused: settings['unused-disable'] };
  const { findings, unused } = withoutSilenced(all, document, silence);
  return { path, format, findings: [...findings, ...unused].sort(byPlace), text };
}

/** The rules know Markdown, and would find in YAML what only looks like it. */
const isData = (path: string): boolean => /\.(?:ya?ml|json)$/i.test(path);

/** Errors: a rule that throws is a mistake of ours; the error says which one. */
function run(id: string, rule: Rule, subject: Subject): Finding[] {
  const findings: Finding[] = [];
  try {
    rule.check(subject, (at, message, { expected = [], fix = null, related = [] } = {}) => {
      findings.push({ rule: id, severity: rule.severity, message, at, expected, fix, related, new: null });
    });
  } catch (error) {
    throw new Error(`the rule ${id} failed on ${subject.document.path}`, { cause: error });
  }
  return findings;
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.at.line - other.at.line ||
    one.at.column - other.at.column ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  );
}
