import { type CharterChange, charterChanges } from '../governance/charter-changes.ts';
import { labelRenames } from '../governance/label-renames.ts';
import type { Charter } from '../model/charter.ts';
import { emptyCharter } from '../model/charter.ts';
import type { RepositoryRef } from '../model/facts.ts';
import type { Governance } from '../model/governance.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { LabelRename } from '../model/label-rename.ts';
import type { Policy } from '../model/policy.ts';
import type { DocumentReader, IssueIndex } from '../model/ports.ts';
import { type Impact, impactOf, type LabelledIssue } from '../triage/impact.ts';
import { configurationPath, createGoverningCache, type Governing, readGoverning } from './governing.ts';

/** One state of what governs. */
export interface Governed {
  policy: Policy;
  /** `null` where there is no governance document at all, so that nobody owns anything. */
  charter: Known<Charter> | null;
}

/** What is on GitHub now. */
export interface Present {
  issues: LabelledIssue[];
  labels: string[];
}

/** What a change of the documents or of the configuration means. */
export interface GovernanceEffect {
  changes: CharterChange[];
  impact: Impact;
  /** Labels that should get another name, which another label has already. */
  taken: LabelRename[];
}

/** Where the two versions are read, and what is on GitHub. */
export interface EffectSources {
  repository: RepositoryRef;
  before: DocumentReader;
  after: DocumentReader;
  index: IssueIndex;
}

/**
 * Reads both versions and the open issues, and computes what the one makes of the other. Issues are read only where
 * something that governs has changed.
 * @returns `null` where nothing that governs has changed. Errors: rejects when GitHub does not answer.
 */
export async function readEffect({ index, ...versions }: EffectSources): Promise<Known<GovernanceEffect> | null> {
  const states = await readStates(versions);
  if (states === null || !states.known) return states;
  const [issues, labels] = await Promise.all([
    index.labelledIssues(versions.repository),
    index.labels(versions.repository),
  ]);
  return governanceEffect(states.value.before, states.value.after, { issues, labels });
}

/** @returns both versions; `null` where nothing that governs differs. Errors: rejects when GitHub does not answer. */
export async function readStates({
  repository,
  ...readers
}: Omit<EffectSources, 'index'>): Promise<Known<{ before: Governed; after: Governed }> | null> {
  const [then, now] = await Promise.all([
    readGoverned(repository, readers.before),
    readGoverned(repository, readers.after),
  ]);
  if (!then.known) return unknown(`on the base branch, ${then.because}`);
  if (!now.known) return now;
  return isSame(then.value, now.value) ? null : known({ before: then.value, after: now.value });
}

/** @returns a state all of which can be read; else why not. Errors: rejects when GitHub does not answer. */
export async function readState(repository: RepositoryRef, github: DocumentReader): Promise<Known<Governed>> {
  const governed = await readGoverned(repository, github);
  const charter = governed.known ? governed.value.charter : null;
  return charter === null || charter.known ? governed : charter;
}

/** Whether nothing that governs differs. */
export const isSame = (one: Governed, other: Governed): boolean => JSON.stringify(one) === JSON.stringify(other);

async function readGoverned(repository: RepositoryRef, github: DocumentReader): Promise<Known<Governed>> {
  return governedBy(await readGoverning(repository, { github, cache: createGoverningCache() }));
}

function governedBy({ policy, charter, problems, blobs }: Governing): Known<Governed> {
  if (policy === null) return unknown(`the configuration can’t be read: ${problems.join('; ')}`);
  const isAny = Object.entries(blobs).some(([path, blob]) => path !== configurationPath && blob !== null);
  const isNamed = policy.charter.documents.length > 0;
  return known({ policy, charter: isAny || isNamed ? charter : null });
}

/** @returns the effect of going from one state to the other; not known where one of them can't be read. */
export function governanceEffect(
  before: Governed,
  after: Governed,
  { issues, labels }: Present,
): Known<GovernanceEffect> {
  const change = changeOf(before, after);
  if (!change.known) return change;
  const { changes } = change.value;
  const { possible, taken } = renamesOf(change.value, labels);
  const continued = new Map(
    changes.flatMap((each) => (each.what === 'renamed' ? [[each.from.slug, each.to.slug] as const] : [])),
  );
  const impact = impactOf({ ...change.value, continued }, { issues, labels, renames: possible, joins: taken });
  return known({ changes, impact, taken });
}

/** Two states that can be read, and what became of the groups between them. */
export interface Change {
  before: Governance;
  after: Governance;
  changes: CharterChange[];
}

/** @returns what became of the groups; not known where one of the charters can't be read. */
export function changeOf(before: Governed, after: Governed): Known<Change> {
  const then = before.charter ?? known(emptyCharter);
  const now = after.charter ?? known(emptyCharter);
  if (!then.known) return unknown(`on the base branch, ${then.because}`);
  if (!now.known) return unknown(now.because);
  return known({
    before: { charter: then.value, naming: before.policy.charter },
    after: { charter: now.value, naming: after.policy.charter },
    changes: charterChanges(then.value, now.value),
  });
}

/** @returns which of the repository's labels get another name by a change, and which can't. */
export const renamesOf = ({ before, after, changes }: Change, labels: string[]) =>
  labelRenames(changes, { labels, before, after });
