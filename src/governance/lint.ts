import type { Finding, Severity } from '../model/finding.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { notChecked } from './not-checked.ts';
import { type Around, type Project, type ProjectFile, readProject } from './project.ts';
import type { CheckedFile, CheckOutcome } from './reporter.ts';
import type { Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { type SilenceOptions, withoutSilenced } from './silence.ts';
import { unusedDisable } from './unused-disable.ts';

/** Which rules are on, and what of their findings is wanted. */
export interface Check {
  /** A rule that is not named here is on with its own severity and options. */
  rules?: Policy['check']['rules'];
  /** The files whose findings are wanted; the others are only held against them. All where it is left out. */
  only?: string[];
}

/** @returns what the rules say of the files, each file's findings in its own order. */
export function lint(
  given: { path: string; text: string }[],
  { rules, only, ...around }: Check & Around = {},
): CheckOutcome {
  return lintProject(readProject(given, around), { ...(rules ? { rules } : {}), ...(only ? { only } : {}) });
}

/** The same for files that have been read already. */
export function lintProject(project: Project, { rules: settings = {}, only }: Check = {}): CheckOutcome {
  const ran: string[] = [];
  const findings = Object.entries(rules).flatMap(([id, rule]) => {
    const { severity, except, options } = settingOf(rule, settings[id]);
    if (severity === 'off') return [];
    // Of a rule that saw no more than these files it can't be said that it has nothing to tell.
    if (rule.check || (rule.needs === 'github' ? isWhole(project.onGitHub) : project.tree)) ran.push(id);
    return run(id, { ...rule, severity }, project, options).filter(isWanted(except, project));
  });
  const unused = settingOf(unusedDisable, settings[unusedDisable.id]).severity;
  const wanted = only ? project.files.filter((file) => only.includes(file.path)) : project.files;
  const files = wanted.map((file) => checkedFile(file, findings, { ran, known: Object.keys(rules), unused }));
  const all = files.flatMap((file) => file.findings);
  const count = (severity: Severity) => all.filter((finding) => finding.severity === severity).length;
  return { files, counts: { error: count('error'), warning: count('warning'), info: count('info'), new: 0 } };
}

/** @returns what one rule says of the files, in their order, whatever its settings and comments. */
export function findingsOf(
  id: string,
  given: { path: string; text: string }[],
  { options = {}, ...around }: Around & { options?: Record<string, unknown> } = {},
): Finding[] {
  const rule = rules[id];
  if (!rule) throw new Error(`there is no rule “${id}”`);
  const paths = given.map(({ path }) => path);
  const place = ({ at }: Finding) => paths.indexOf(at.path);
  return run(id, rule, readProject(given, around), options).sort((a, b) => place(a) - place(b) || byPlace(a, b));
}

const isWhole = (onGitHub: OnGitHub | null): boolean => onGitHub !== null && notChecked(onGitHub).length === 0;

function settingOf(rule: Pick<Rule, 'severity'>, setting: Policy['check']['rules'][string] | undefined) {
  if (typeof setting !== 'object') return { severity: setting ?? rule.severity, except: [], options: {} };
  const { severity = rule.severity, except = [], ...options } = setting;
  return { severity, except, options };
}

/** What a project lets be, by a text that stands where the finding is or in what it says. */
function isWanted(except: string[], { files }: Project): (finding: Finding) => boolean {
  const texts = except.map((text) => text.toLowerCase());
  return ({ at, message }) => {
    if (texts.length === 0) return true;
    const source = files.find((file) => file.path === at.path)?.text.slice(at.offset, at.endOffset) ?? '';
    return !texts.some((text) => source.toLowerCase().includes(text) || message.toLowerCase().includes(text));
  };
}

function checkedFile(
  { path, text, format, document }: ProjectFile,
  all: Finding[],
  silence: SilenceOptions,
): CheckedFile {
  const own = all.filter(({ at }) => at.path === path);
  if (document?.kind !== 'markdown') return { path, format, findings: own.sort(byPlace), text };
  const { findings, unused } = withoutSilenced(own, document, silence);
  return { path, format, findings: [...findings, ...unused].sort(byPlace), text };
}

/** Errors: a rule that throws is a mistake of ours; the error says which one. */
function run(id: string, rule: Rule, project: Project, given: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (at, message, { expected = [], fix = null, related = [] } = {}) => {
    findings.push({ rule: id, severity: rule.severity, message, at, expected, fix, related, new: null });
  };
  try {
    const options = rule.options ? rule.options.parse(given) : given;
    if (rule.across) rule.across({ project, options }, report);
    else for (const file of markdownOf(project)) rule.check({ ...file, options }, report);
  } catch (error) {
    throw new Error(`the rule ${id} failed`, { cause: error });
  }
  return findings;
}

function markdownOf({ files }: Project): { document: MarkdownDocument; charter: ProjectFile['charter'] }[] {
  return files.flatMap(({ document, charter }) => (document?.kind === 'markdown' ? [{ document, charter }] : []));
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.at.line - other.at.line ||
    one.at.column - other.at.column ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  );
}
