import { maySee } from '../access.ts';
import type { Answer, Call, Routes } from '../http/call.ts';
import { pageOf, paginateWithin } from '../http/paginate.ts';
import { showsIssue } from '../permissions/shows.ts';
import { type FieldError, invalid, Refusal, unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Repository } from '../state/entities.ts';
import { findAccount, findRepository } from '../state/look-up.ts';
import { searchIssues } from '../state/search-issues.ts';
import { isPlace, type Term, termsOf } from '../state/search-terms.ts';

const mostShown = 1000;
const longestText = 256;
const mostOperators = 5;

/** Source: GitHub docs, REST API, Search; and Troubleshooting search queries. */
export const searchRoutes: Routes = { 'GET /search/issues': search };

/** @throws Refusal 422 for a query that GitHub does not take, and a page beyond the first thousand. */
function search(call: Call): Answer {
  const query = call.query.get('q')?.trim() ?? '';
  const terms = termsOf(query);
  const fault = faultOf(call, terms);
  if (fault) throw invalid({ resource: 'Search', field: 'q', ...fault });
  const answered = searchIssues(visibleTo(call), withOrder(query, call.query));
  if ('qualifier' in answered) {
    throw new Refusal(501, `The emulator does not answer the qualifier “${answered.qualifier}” of a search`);
  }
  const found = answered.filter((issue) => showsIssue(call.actor, issue));
  const { size, page } = pageOf(call, found.length);
  if ((page - 1) * size >= mostShown) {
    throw unprocessable(`Only the first ${mostShown} search results are available`);
  }
  // A page that starts within the thousand is given whole.
  const shown = found.slice(0, Math.ceil(mostShown / size) * size);
  const answer = paginateWithin(call, 'items', shown, (issue) => ({ ...issueShape(call.world, issue), score: 1 }));
  const counts = { total_count: found.length, incomplete_results: false, search_type: 'lexical' };
  return { ...answer, body: { ...(answer.body as object), ...counts } };
}

function faultOf(call: Call, terms: Term[]): Omit<FieldError, 'resource' | 'field'> | null {
  if (terms.length === 0) return { code: 'missing' };
  const text = terms.filter(({ name }) => name === 'text').map(({ value }) => value);
  if (text.join(' ').length > longestText) {
    return { code: 'invalid', message: `The search is longer than ${longestText} characters.` };
  }
  if (terms.filter(({ name }) => name === 'operator').length > mostOperators) {
    return { code: 'invalid', message: 'More than five AND / OR / NOT operators were used.' };
  }
  const places = terms.filter((term) => isPlace(term) && !term.isNegated);
  if (places.length === 0 || places.some((term) => isThere(call, term))) return null;
  const message =
    'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.';
  return { code: 'invalid', message };
}

function isThere(call: Call, { name, value }: Term): boolean {
  if (name !== 'repo') return findAccount(call.world.state, value) !== undefined;
  const [owner = '', repository = ''] = value.split('/');
  const found = findRepository(call.world.state, owner, repository);
  return found !== undefined && maySee(call.actor, found);
}

function visibleTo({ world, actor }: Call): Repository[] {
  return [...world.state.repositories.values()].filter((repository) => maySee(actor, repository));
}

/** The parameters say the same as `sort:` within the query, which has the last word. */
function withOrder(query: string, parameters: URLSearchParams): string {
  const sort = parameters.get('sort');
  return sort ? `sort:${sort}-${parameters.get('order') === 'asc' ? 'asc' : 'desc'} ${query}` : query;
}
