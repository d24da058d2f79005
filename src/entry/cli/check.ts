import { relative, resolve, sep } from 'node:path';
import { readBase } from '../../adapters/files/git.ts';
import type { TreeFile } from '../../adapters/files/tree.ts';
import type { CheckOutcome, Reporter } from '../../governance/reporter.ts';
import { reporters } from '../../governance/reporters/index.ts';
import type { OnGitHub } from '../../model/on-github.ts';
import type { Policy } from '../../model/policy.ts';
import { treeOf } from '../../model/tree.ts';
import { decodeDocument } from '../../text/decode.ts';
import { againstBase } from '../against-base.ts';
import { checkDocuments, isFailure, nothingToCheck, type Threshold } from '../check-documents.ts';
import { type Check, type Document, fixDocuments } from '../fix-documents.ts';
import { type Gathered, gatherFiles } from '../gather-files.ts';
import { CommandError, type ExitCode, type Io, wantsColours } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { handOver } from './hand-over.ts';
import { ownVersion } from './own-version.ts';
import { readChosen } from './read-chosen.ts';
import { watchDocuments } from './watch.ts';

export interface CheckOptions {
  reporter: string;
  json?: boolean;
  failOn?: Threshold;
  config: string;
  /** A git ref. */
  base?: string;
  fix?: boolean;
  dryRun?: boolean;
  watch?: boolean;
  /** What the document on stdin is called. */
  stdinPath: string;
  /** Asks GitHub nothing, even where there is a token. */
  offline?: boolean;
  /** `owner/repo`. */
  repo?: string;
}

/** `remit check`: 0 when nothing is as bad as `--fail-on`, 1 when something is, 2 when a document can't be read. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  refuseContradictions(paths, options);
  if (paths.includes('-')) return checkInput(await io.input(), options, io);
  const known = { ...options, onGitHub: await askIfAllowed(paths, options, io) };
  if (options.watch) return watchDocuments(paths, options, { io, look: () => checkFiles(paths, known, io) });
  return checkFiles(paths, known, io);
}

/** @returns what GitHub says, where there is a token to ask with; a watch asks once. */
async function askIfAllowed(
  paths: string[],
  { offline, repo, config }: CheckOptions,
  io: Io,
): Promise<OnGitHub | null> {
  const token = io.env.GITHUB_TOKEN || io.env.GH_TOKEN;
  if (offline || !token) return null;
  const root = io.cwd;
  const policy = loadPolicy({ root, path: config });
  const gathered = gatherFiles({ root, read: (named) => readChosen(root, named), paths, policy });
  const { askAboutDocuments } = await import('../ask-about-documents.ts');
  const tell = (line: string) => io.err(`remit: ${line}\n`);
  return askAboutDocuments(gathered, { root, policy, token, env: io.env, repository: repo, tell });
}

function refuseContradictions(paths: string[], { dryRun, fix, watch }: CheckOptions): void {
  const isInput = paths.includes('-');
  if (isInput && paths.length > 1) throw new CommandError('“-” reads one document from stdin and stands alone');
  if (isInput && watch) throw new CommandError('--watch looks at files, and “-” is none');
  if (dryRun && !fix) throw new CommandError('--dry-run shows what --fix would change: add --fix');
}

function checkFiles(paths: string[], options: CheckOptions & Known, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const read = (named: string[]) => readChosen(io.cwd, named);
  const gathered = gatherFiles({ root: io.cwd, read, paths, policy });
  if (gathered.chosen.length === 0) throw new CommandError(nothingToCheck);
  return checkAll(readable(gathered.chosen), { policy, gathered, isInput: false, ...options }, io);
}

function checkInput(input: Uint8Array, options: CheckOptions, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const text = decodeDocument(input, options.stdinPath);
  if (typeof text !== 'string') throw new CommandError(text.problem);
  const document = { path: options.stdinPath, text };
  const gathered = gatherFiles({ root: io.cwd, read: () => [document], paths: [options.stdinPath], policy });
  return checkAll([document], { policy, gathered, isInput: true, ...options }, io);
}

interface Known {
  onGitHub?: OnGitHub | null;
}

interface Whole extends Known {
  policy: Policy;
  gathered: Gathered;
  isInput: boolean;
}

function checkAll(documents: Document[], options: CheckOptions & Whole, io: Io): ExitCode {
  const threshold = thresholdOf(options);
  const reporter = reporterOf(options);
  const check = checkIn(io.cwd, options);
  const { outcome, fixed } = options.fix ? fixDocuments(documents, check) : { outcome: check(documents), fixed: [] };
  const compared = options.base === undefined ? outcome : comparedWith(options.base, outcome, documents, options, io);
  const report = reporter.print(compared, {
    colours: wantsColours(io),
    version: ownVersion(),
    ...(io.width ? { width: io.width } : {}),
  });
  if (options.fix) handOver({ documents, fixed, report, ...options }, io);
  else io.out(report);
  return isFailure(compared, threshold) ? 1 : 0;
}

/** @returns what checks the documents of the call, held against the files beside them as they are now. */
function checkIn(root: string, { policy, gathered: { beside, known }, onGitHub = null }: Whole): Check {
  return (chosen) => outcomeOf(checkDocuments({ chosen, beside, known }, { root, policy, onGitHub }));
}

/** The files beside the documents are compared in their base version too. */
function comparedWith(
  ref: string,
  outcome: CheckOutcome,
  documents: Document[],
  { policy, gathered, onGitHub = null }: Whole,
  io: Io,
) {
  const { files: base, tree } = baseOf([...documents, ...gathered.beside], { ref, cwd: io.cwd });
  const isChosen = ({ path }: Document) => documents.some((document) => document.path === path);
  const whole = {
    chosen: base.filter(isChosen),
    beside: base.filter((file) => !isChosen(file)),
    known: gathered.known,
  };
  return againstBase(outcome, whole.chosen, () =>
    outcomeOf(checkDocuments(whole, { root: io.cwd, policy, tree, onGitHub })),
  );
}

/** A document that is named twice is checked once. */
function readable(files: TreeFile[]): Document[] {
  const problems = files.flatMap((file) => ('problem' in file ? [file.problem] : []));
  if (problems.length > 0) throw refusal(problems);
  const documents = files.flatMap((file) => ('problem' in file ? [] : [file]));
  return [...new Map(documents.map((document) => [document.path, document])).values()];
}

function outcomeOf(checked: CheckOutcome | { problems: string[] }): CheckOutcome {
  if ('problems' in checked) throw refusal(checked.problems);
  return checked;
}

const refusal = (problems: string[]): CommandError => new CommandError(problems.join('\nremit: '));

function reporterOf(options: CheckOptions): Reporter {
  const reporter = reporters[options.json ? 'json' : options.reporter];
  if (!reporter) throw new CommandError(`there is no reporter “${options.reporter}”`);
  return reporter;
}

function thresholdOf({ failOn, base, policy }: CheckOptions & { policy: Policy }): Threshold {
  const threshold = failOn ?? policy.check.failOn;
  if (threshold !== 'new' || base !== undefined) return threshold;
  const set = failOn ? '--fail-on new' : '`check.fail-on: new` in the configuration';
  throw new CommandError(`${set} needs something to compare with: add --base <ref>, or --fail-on error`);
}

function baseOf(documents: Document[], { ref, cwd }: { ref: string; cwd: string }) {
  const ways = new Map(documents.map(({ path }) => [relative(cwd, resolve(cwd, path)).split(sep).join('/'), path]));
  const base = readBase({ root: cwd, ref, paths: [...ways.keys()] });
  if ('problem' in base) throw new CommandError(base.problem);
  const files = base.files.map(({ path, text }) => ({ path: ways.get(path)!, text }));
  return { files, tree: treeOf(base.tree) };
}
