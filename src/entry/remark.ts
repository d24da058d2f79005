import { lint } from '../governance/lint.ts';
import { printedMessage } from '../governance/printed-message.ts';
import { rulePage } from '../governance/rule-page.ts';
import { rules } from '../governance/rules/index.ts';
import type { Finding } from '../model/finding.ts';

/** Remit's options in a remark configuration. */
export interface RemitOptions {
  /** Settings by rule id, as under `check.rules` in `.github/remit.yml`. */
  rules?: Record<string, 'off' | 'error' | 'warning' | 'info'>;
  /** Ids of the rules that run; all unless given. */
  only?: string[];
}

/** What Remit needs of a file of unified, which a `VFile` has. */
export interface RemarkFile {
  path?: string | undefined;
  toString(): string;
  message(reason: string, options: { place: RemarkPlace; ruleId: string; source: string }): RemarkMessage;
}

/** Lines and columns from 1, offsets from 0, the end exclusive: as unist has it. */
export interface RemarkPlace {
  start: { line: number; column: number; offset: number };
  end: { line: number; column: number; offset: number };
}

/** What Remit sets of a message of unified, which a `VFileMessage` has. */
export interface RemarkMessage {
  fatal?: boolean | null | undefined;
  url?: string | undefined;
  note?: string | undefined;
  actual?: string | undefined;
  expected?: string[] | undefined;
}

/**
 * A plugin for remark: `unified().use(remit, { rules: { 'link-kind': 'off' } })`. It says what the rules find in the
 * file, as messages; the tree stays as it is. Errors are fatal messages, which end `remark` with 1.
 *
 * Errors: an option that names no rule, or no severity.
 */
export default function remit(options: RemitOptions = {}): (tree: unknown, file: RemarkFile) => undefined {
  const settings = settingsOf(options);
  return (_tree, file) => {
    const text = String(file);
    const { files } = lint([{ path: file.path ?? 'document.md', text }], { rules: settings });
    for (const finding of files.flatMap((each) => each.findings)) report(finding, text, file);
    return undefined;
  };
}

type Settings = NonNullable<RemitOptions['rules']>;

const severities = ['off', 'error', 'warning', 'info'];

function settingsOf({ rules: settings = {}, only }: RemitOptions): Settings {
  const unknown = [...Object.keys(settings), ...(only ?? [])].find((id) => !Object.hasOwn(rules, id));
  if (unknown !== undefined) throw new Error(`remit: there is no rule “${unknown}”`);
  const wrong = Object.entries(settings).find(([, setting]) => !severities.includes(setting));
  if (wrong) throw new Error(`remit: ${wrong[0]} must be ${severities.join(', ')}, not “${wrong[1]}”`);
  if (only === undefined) return settings;
  const others = Object.keys(rules).filter((id) => !only.includes(id));
  return { ...settings, ...Object.fromEntries(others.map((id) => [id, 'off' as const])) };
}

function report(finding: Finding, text: string, file: RemarkFile): void {
  const { at, rule, severity, expected } = finding;
  const place = {
    start: { line: at.line, column: at.column, offset: at.offset },
    end: { line: at.endLine, column: at.endColumn, offset: at.endOffset },
  };
  const message = file.message(printedMessage(finding), { place, ruleId: rule, source: 'remit' });
  // What a message says of itself when it is neither an error nor a warning is nothing at all.
  message.fatal = { error: true, warning: false, info: undefined }[severity];
  message.url = rulePage(rule);
  message.note = rules[rule]?.why;
  message.actual = text.slice(at.offset, at.endOffset);
  message.expected = expected;
}
