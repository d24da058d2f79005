import type { CommitCheck } from '../model/commit-check.ts';
import { printClause } from '../text/clause.ts';
import { codeSpan } from '../text/escape.ts';
import type { CommitState } from './commit-state.ts';
import { configurationPath } from './policy-in-force.ts';

/** What a push made of the files that govern. */
export interface PushedState {
  before: CommitState;
  after: CommitState;
  /** Whether an earlier configuration is in force in the place of one with faults. */
  hasEarlier: boolean;
}

/**
 * @returns what whoever pushed is to be told: what can't be read now, or that it can be again. `null` where nothing has
 * changed, and where a document that nobody named turns out to be no charter: it may never have been meant as one.
 */
export function checkOfPush({ before, after, hasEarlier }: PushedState): CommitCheck | null {
  const wasFound = before.charter === 'found' && before.faults.length === 0;
  if (after.broken === 'configuration') return configurationBroken(after, hasEarlier);
  if (after.broken === 'charter') return after.charter === 'found' && !wasFound ? null : charterBroken(after);
  if (after.charter === 'none') return wasFound ? charterGone() : null;
  return before.faults.length > 0 || before.charter === 'none' ? inOrder() : null;
}

const path = codeSpan(configurationPath);

function configurationBroken({ faults }: CommitState, hasEarlier: boolean): CommitCheck {
  const meanwhile = hasEarlier
    ? 'Until it can, the last version without faults stays in force.'
    : 'No earlier version can be read, so Remit does nothing until it can.';
  return {
    conclusion: 'failure',
    title: 'The configuration can’t be read',
    summary: [
      `${path} can’t be read as this commit has it. ${meanwhile}`,
      faults.map(({ line, column, message }) => `- line ${line}, column ${column}: ${printClause(message)}`).join('\n'),
    ].join('\n\n'),
    annotations: faults,
  };
}

const unowned = 'Until it can, nothing is said or done about who owns an issue.';

function charterBroken({ faults }: CommitState): CommitCheck {
  return {
    conclusion: 'failure',
    title: 'The charter can’t be read',
    summary: [
      `Who owns what can’t be read as this commit has it. ${unowned}`,
      faults.map(({ message }) => `- ${printClause(message)}`).join('\n'),
    ].join('\n\n'),
    annotations: faults,
  };
}

function charterGone(): CommitCheck {
  return {
    conclusion: 'failure',
    title: 'The charter is gone',
    summary: `Since this commit there is no document that says who owns what. Where it has another name or place now, say so under \`charter.documents\` in ${path}. ${unowned}`,
    annotations: [],
  };
}

function inOrder(): CommitCheck {
  return {
    conclusion: 'success',
    title: 'Configuration and charter can be read',
    summary: 'They are in force as this commit has them.',
    annotations: [],
  };
}
