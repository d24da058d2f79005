import * as core from '@actions/core';
import { z } from 'zod';
import { systemClock } from '../../adapters/clock.ts';
import type { Log } from '../../engine/audit.ts';
import { createGoverningCache } from '../../engine/governing.ts';
import { jobsOf } from '../../engine/intake.ts';
import { createPeopleMemory } from '../../engine/people-memory.ts';
import { decisionMarkdown } from '../../engine/print-decision.ts';
import { handleJob } from '../../engine/work.ts';
import type { Decision } from '../../model/decision.ts';
import { parseRef, type RepositoryRef } from '../../model/facts.ts';
import type { Job } from '../../model/ports.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { readEvent, runnerIo, webUrl, writeSummary } from './runner.ts';

/**
 * Does what the event gives to do, by the same intake and the same work as the App: the jobs wait in memory, and what is
 * to be looked at again later is left to a sweep. What fails does not keep the rest from being done. Errors: rejects with
 * the first failure, in words where it is GitHub's.
 */
export async function triage(): Promise<void> {
  const io = runnerIo();
  const jobs = jobsAsked(repositoryMeant(undefined, io));
  const decisions: Decision[] = [];
  const github = gitHubIn(io.env, 'read and write the issue');
  const place = {
    inbox: {
      async put(more: Job[]) {
        jobs.push(...more.filter(isDue));
      },
    },
    ledger: {
      add: async (decision: Decision) => void decisions.push(decision),
      last: async () => null,
      story: async () => [],
    },
    clock: systemClock,
    log,
    github: async () => github,
    cache: createGoverningCache(),
    people: createPeopleMemory(systemClock),
  };
  const failures: unknown[] = [];
  for (const job of jobs) await handleJob(job, place).catch((error) => failures.push(error));
  for (const decision of decisions) writeSummary(decisionMarkdown(decision, webUrl()));
  core.setOutput('changed', decisions.filter(({ written }) => written.length > 0).length);
  if (failures.length > 0) explainFailure(failures[0]);
}

/** Those of the issue that the input names, else those of the event, as the App would make them of its delivery. */
function jobsAsked({ owner, name }: RepositoryRef): Job[] {
  const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_EVENT_NAME: event = '' } = process.env;
  const number = core.getInput('issue');
  if (number !== '') {
    const ref = parseRef(`${owner}/${name}#${number}`);
    if (!ref) throw new CommandError(`issue must be the number of an issue, not “${number}”`);
    return [{ id: run, installation: noInstallation, unit: { kind: 'issue', ref } }];
  }
  const payload = { ...readEvent(z.looseObject({})), installation: { id: noInstallation } };
  const { jobs, because } = jobsOf({ guid: run, name: event, payload });
  if (because !== null) core.info(`Nothing to do: ${because}.`);
  return attempt === '1' ? jobs : jobs.map((job) => ({ ...job, again: true }));
}

/** A workflow has a token and no installation. */
const noInstallation = 1;

function isDue({ after, unit }: Job): boolean {
  if (after === undefined) return true;
  if (unit.kind === 'commands') core.warning('A command could not be answered: run this again, or give it again.');
  else core.info(`There is more to do from ${after} on: a run on \`schedule\` does it.`);
  return false;
}

const printed = (record: object, message: string) => `${message}: ${JSON.stringify(record).replaceAll('##[', '## [')}`;

const log: Log = {
  warn: (record, message) => core.warning(printed(record, message)),
  info: (record, message) => core.info(printed(record, message)),
  debug: (record, message) => core.debug(printed(record, message)),
};
