import type { RepositoryRef } from '../model/facts.ts';
import type { IssuePage, IssueReader, PageChoice } from '../model/ports.ts';

/** As many issues as GitHub gives a request, and the fewest that are asked for where it does not answer in time. */
const sizes = { most: 100, fewest: 10 };

/** A page, `null` where there is no such repository; how many issues were asked for in the end, and in how many requests. */
export interface LargestPage {
  page: IssuePage | null;
  size: number;
  requests: number;
}

/**
 * GitHub ends a query that takes over ten seconds: where that happens, half as many issues are asked for; then more again.
 * @param choice with the size of the page before; 0 before the first.
 */
export async function readLargestPage(
  github: IssueReader,
  repository: RepositoryRef,
  choice: PageChoice,
  paths: string[],
): Promise<LargestPage> {
  let size = choice.size === 0 ? sizes.most : Math.min(sizes.most, choice.size * 2);
  for (let requests = 1; ; requests++) {
    try {
      return { page: await github.readIssuePage(repository, { ...choice, size }, paths), size, requests };
    } catch (error) {
      const isTooMuch = error instanceof Error && error.name === 'Unreachable' && size > sizes.fewest;
      if (!isTooMuch) throw error;
      size = Math.max(sizes.fewest, Math.floor(size / 2));
    }
  }
}

/** @returns the pages of a milestone's open issues, the newest first; none where there is no such repository. */
export async function* pagesOfMilestone(
  github: IssueReader,
  repository: RepositoryRef,
  milestone: number,
): AsyncGenerator<IssuePage> {
  let next: Pick<PageChoice, 'after' | 'size'> | null = { after: null, size: 0 };
  while (next !== null) {
    const choice: PageChoice = { first: 'newest', milestone, ...next };
    const { page, size }: LargestPage = await readLargestPage(github, repository, choice, []);
    if (page === null) return;
    yield page;
    next = page.next === null ? null : { after: page.next, size };
  }
}
