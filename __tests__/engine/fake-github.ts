import type { DatedMilestone, IssueFacts, IssueRef, RepositoryRef } from '../../src/model/facts.ts';
import { printRef } from '../../src/model/facts.ts';
import { known } from '../../src/model/known.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { AskedReading, Child, GitHub, IssuePage, IssueReading, PageChoice } from '../../src/model/ports.ts';
import type { RepositoryFile } from '../../src/model/repository-file.ts';
import { afterPlan } from '../triage/after-plan.ts';
import { aGround } from '../triage/asking.ts';

/** GitHub as far as the engine knows it: one repository's issues and files, and what was asked of it. */
export class FakeGitHub implements GitHub {
  /** One entry a request, oldest first. */
  readonly requests: string[] = [];
  readonly issues = new Map<string, IssueFacts>();
  allowance: IssuePage['allowance'] = null;
  readonly #files = new Map<string, RepositoryFile>();
  readonly #versions = new Map<string, (RepositoryFile | null)[]>();
  installed: string | null = '2020-01-01T00:00:00Z';
  #commits = 0;

  constructor({ issues = [], files = {} }: { issues?: IssueFacts[]; files?: Record<string, string> }) {
    for (const issue of issues) this.issues.set(printRef(issue.ref), issue);
    for (const [path, text] of Object.entries(files)) this.commit(path, text);
  }

  commit(path: string, text: string, parts: Partial<RepositoryFile> = {}): void {
    this.#commits += 1;
    const commit = `c0ffee${this.#commits}`.padEnd(40, '0');
    const file = { path, text, blob: `blob of ${text}`, commit, ...parts };
    this.#files.set(path, file);
    this.#versions.set(path, [file, ...(this.#versions.get(path) ?? [])]);
  }

  remove(path: string): void {
    this.#files.delete(path);
    this.#versions.set(path, [null, ...(this.#versions.get(path) ?? [])]);
  }

  change(number: number, parts: Partial<IssueFacts>): void {
    const [ref, issue] = [...this.issues].find(([, each]) => each.ref.number === number)!;
    this.issues.set(ref, { ...issue, ...parts });
  }

  issue(number: number): IssueFacts {
    return [...this.issues.values()].find((each) => each.ref.number === number)!;
  }

  async readIssue(ref: IssueRef, paths: string[]): Promise<IssueReading | null> {
    this.requests.push(`issue ${ref.number}`);
    const issue = this.issues.get(printRef(ref));
    if (!issue) return null;
    const blobs = Object.fromEntries(paths.map((path) => [path, this.#files.get(path)?.blob ?? null]));
    return { issue, blobs, webUrl: 'https://github.com' };
  }

  async readAsked(ref: IssueRef, paths: string[]): Promise<AskedReading | null> {
    const reading = await this.readIssue(ref, paths);
    const labels = [...new Set([...this.issues.values()].flatMap((issue) => issue.labels.map(({ name }) => name)))];
    return (
      reading && {
        ...reading,
        ground: aGround({ labels: known(labels) }),
        comment: { own: false, body: '', reaction: null },
        reply: null,
        isOrganisations: true,
        ids: new Map(),
      }
    );
  }

  async roleOf() {
    return known('read' as const);
  }

  async isMember() {
    return known(true);
  }

  async isInTeam() {
    return known(false);
  }

  async readIssuePage(
    _: RepositoryRef,
    { first, after, size, milestone }: PageChoice,
    paths: string[],
  ): Promise<IssuePage> {
    this.requests.push(`${size} ${first} after ${after}`);
    const open = [...this.issues.values()]
      .filter((issue) => issue.state === 'open')
      .filter((issue) => milestone === undefined || issue.milestone?.number === milestone);
    const sorted = open.sort((one, other) => (first === 'newest' ? -1 : 1) * (one.ref.number - other.ref.number));
    const isLater = ({ ref }: IssueFacts) =>
      first === 'newest' ? ref.number < Number(after) : ref.number > Number(after);
    const rest = after === null ? sorted : sorted.filter(isLater);
    const issues = rest.slice(0, size);
    return {
      issues,
      total: open.length,
      next: rest.length > size ? String(issues.at(-1)?.ref.number) : null,
      unread: 0,
      blobs: Object.fromEntries(paths.map((path) => [path, this.#files.get(path)?.blob ?? null])),
      webUrl: 'https://github.com',
      allowance: this.allowance,
    };
  }

  async milestones(): Promise<DatedMilestone[]> {
    const all = [...this.issues.values()].flatMap(({ milestone }) =>
      milestone ? [{ ...milestone, dueOn: null }] : [],
    );
    return [...new Map(all.map((each) => [each.number, each])).values()];
  }

  async installedAt(): Promise<string | null> {
    return this.installed;
  }

  async openIssues(_: RepositoryRef, only: { label?: string; milestone?: string } = {}): Promise<number[]> {
    this.requests.push('open issues');
    return [...this.issues.values()]
      .filter((issue) => issue.state === 'open')
      .filter((issue) => only.label === undefined || issue.labels.some(({ name }) => name === only.label))
      .filter((issue) => only.milestone === undefined || issue.milestone?.title === only.milestone)
      .map((issue) => issue.ref.number);
  }

  async childrenOf(ref: IssueRef): Promise<Child[]> {
    this.requests.push(`children of ${ref.number}`);
    const isBelow = (issue: IssueFacts, number: number) => issue.ancestry.parents[0]?.ref.number === number;
    const all = [...this.issues.values()];
    return all
      .filter((issue) => isBelow(issue, ref.number))
      .map((issue) => ({
        ref: issue.ref,
        state: issue.state,
        isParent: all.some((each) => isBelow(each, issue.ref.number)),
      }));
  }

  async readFiles(_: RepositoryRef, paths: string[]): Promise<(RepositoryFile | null)[]> {
    this.requests.push(`files ${paths.join(' ')}`);
    return paths.map((path) => this.#files.get(path) ?? null);
  }

  async readVersions(_: RepositoryRef, path: string): Promise<(RepositoryFile | null)[]> {
    this.requests.push(`versions ${path}`);
    return this.#versions.get(path) ?? [];
  }

  async readFilesAt(): Promise<(RepositoryFile | null)[]> {
    throw new Error('this GitHub has no commits');
  }

  async checkCommit(): Promise<string | null> {
    throw new Error('this GitHub has no commits');
  }

  async write(issue: IssueFacts, effects: Plan['effects']): Promise<number> {
    this.requests.push(`write ${issue.ref.number}: ${effects.map((effect) => effect.do).join(' ')}`);
    this.issues.set(printRef(issue.ref), afterPlan(this.issue(issue.ref.number), { effects } as Plan));
    return 1;
  }
}
