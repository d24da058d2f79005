import { indexOf } from '../adapters/github/issue-index.ts';
import { BrokenConfiguration, type GateReport, gateOf } from '../engine/gate.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { quote } from '../text/escape.ts';
import { quoteList } from '../triage/judgement.ts';
import { clientIn, explainFailure, gitHubIn } from './github-in.ts';
import { CommandError, type Io } from './io.ts';

/**
 * @returns whether a milestone is achieved, with the token of the environment. Errors: a `CommandError` where there is
 * no such milestone, the configuration can't be read, or GitHub does not answer.
 */
export async function askGate(title: string, repository: RepositoryRef, { env }: Pick<Io, 'env'>): Promise<GateReport> {
  const github = gitHubIn(env, 'read the issues');
  const index = indexOf(clientIn(env, 'read the issues'));
  const report = await gateOf(title, repository, { github, index }).catch((error) => {
    if (error instanceof BrokenConfiguration) throw new CommandError(error.message);
    return explainFailure(error);
  });
  if (!('nearest' in report)) return report;
  const meant = report.nearest.length > 0 ? `: did you mean ${quoteList(report.nearest, 'or')}?` : '';
  throw new CommandError(`no milestone of ${repository.owner}/${repository.name} is called ${quote(title)}${meant}`);
}
