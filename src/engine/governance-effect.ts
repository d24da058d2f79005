import { type CharterChange, charterChanges } from '../governance/charter-changes.ts';
import { labelRenames } from '../governance/label-renames.ts';
import type { Charter } from '../model/charter.ts';
import { emptyCharter } from '../model/charter.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import type { DocumentReader, IssueIndex } from '../model/ports.ts';
import { type Impact, impactOf, type LabelledIssue, type LabelRename } from '../triage/impact.ts';
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
export async function readEffect(sources: EffectSources): Promise<Known<GovernanceEffect> | null> {
  const { repository, index } = sources;
  const [before, after] = await Promise.all([
    readGoverning(repository, { github: sources.before, cache: createGoverningCache() }),
    readGoverning(repository, { github: sources.after, cache: createGoverningCache() }),
  ]);
  const [then, now] = [governedBy(before), governedBy(after)];
  if (!then.known) return unknown(`on the base branch, ${then.because}`);
  if (!now.known) return now;
  if (JSON.stringify(then) === JSON.stringify(now)) return null;
  const [issues, labels] = await Promise.all([index.labelledIssues(repository), index.labels(repository)]);
  return governanceEffect(then.value, now.value, { issues, labels });
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
  const then = before.charter ?? known(emptyCharter);
  const now = after.charter ?? known(emptyCharter);
  if (!then.known) return unknown(`on the base branch, ${then.because}`);
  if (!now.known) return unknown(now.because);
  const naming = { before: before.policy.charter, after: after.policy.charter };
  const changes = charterChanges(then.value, now.value);
  const { possible, taken } = labelRenames(changes, { labels, ...naming });
  const continued = new Map(
    changes.flatMap((change) => (change.what === 'renamed' ? [[change.from.slug, change.to.slug] as const] : [])),
  );
  const impact = impactOf(
    {
      before: { charter: then.value, naming: naming.before },
      after: { charter: now.value, naming: naming.after },
      continued,
    },
    { issues, labels, renames: possible },
  );
  return known({ changes, impact, taken });
}
