import { maySee } from '../access.ts';
import { showsIssue } from '../permissions/shows.ts';
import { Refusal } from '../refusal.ts';
import { searchIssues } from '../state/search-issues.ts';
import { connect } from './connection.ts';
import type { Args, Context } from './resolvers.ts';

/** GitHub shows no more of what a search finds. */
const mostShown = 1000;
const issueTypes = ['ISSUE', 'ISSUE_ADVANCED'];

/** @throws Refusal NOT_EMULATED for another kind of search than that of issues, and for a qualifier not understood. */
export function search(args: Args, { world, actor }: Context) {
  if (!issueTypes.includes(args.type)) throw notEmulated(`a search of type ${args.type}`);
  const visible = [...world.state.repositories.values()].filter((repository) => maySee(actor, repository));
  const answered = searchIssues(visible, args.query);
  if ('qualifier' in answered) throw notEmulated(`the qualifier “${answered.qualifier}” of a search`);
  const found = answered.filter((issue) => showsIssue(actor, issue));
  const connection = connect('search', found.slice(0, mostShown), args);
  return {
    ...connection,
    issueCount: found.length,
    codeCount: 0,
    discussionCount: 0,
    repositoryCount: 0,
    userCount: 0,
    wikiCount: 0,
  };
}

function notEmulated(what: string): Refusal {
  return new Refusal(501, `The emulator does not answer ${what}`, { type: 'NOT_EMULATED' });
}
