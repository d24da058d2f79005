import { reporters } from '../../governance/reporters/index.ts';
import { checkDocuments, isFailure, type Threshold } from '../check-documents.ts';
import { gatherFiles } from '../gather-files.ts';
import { CommandError, type ExitCode, type Io, wantsColours } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { readChosen } from './read-chosen.ts';

interface CheckOptions {
  reporter: string;
  json?: boolean;
  failOn?: Threshold;
  config: string;
}

/** `remit check`: 0 when nothing is as bad as `--fail-on`, 1 when something is, 2 when a document can't be read. */
export function check(paths: string[], options: CheckOptions, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const root = io.cwd;
  const gathered = gatherFiles({ root, read: (named) => readChosen(root, named), paths, policy });
  const outcome = checkDocuments(gathered, { root, policy });
  if ('problems' in outcome) throw new CommandError(outcome.problems.join('\nremit: '));
  const reporter = reporters[options.json ? 'json' : options.reporter];
  if (!reporter) throw new CommandError(`there is no reporter “${options.reporter}”`);
  io.out(reporter.print(outcome, { colours: wantsColours(io) }));
  return isFailure(outcome, options.failOn ?? policy.check.failOn) ? 1 : 0;
}
