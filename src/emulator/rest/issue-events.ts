import { type Answer, type Call, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueSubject, mayRead } from '../permissions/lack.ts';
import { talk } from '../permissions/need.ts';
import { showsEntry } from '../permissions/shows.ts';
import { notFound, notPermitted } from '../refusal.ts';
import { eventShape, issueEventShape, timelineShape } from '../shapes/timeline.ts';
import type { Issue, IssueComment, TimelineEvent, TimelineItem } from '../state/entities.ts';
import { issueIn, repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API: Issue events, Timeline events. */
export const issueEventRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/events': (call) => {
    const events = [...repositoryOf(call).issues.values()].flatMap(eventsOf);
    // The newest first, unlike those of one issue; of one second in the order in which they came.
    const newest = events
      .reverse()
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
    return paginate(call, newest, (event) => issueEventShape(call.world, event, call.actor));
  },
  'GET /repos/{owner}/{repo}/issues/events/{event_id}': readEvent,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/events': (call) =>
    paginate(call, eventsOf(issueIn(repositoryOf(call), call)), (event) => eventShape(call.world, event, call.actor)),
  'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline': (call) => {
    const items = issueIn(repositoryOf(call), call).timeline.filter((item) => showsEntry(call.actor, item));
    return paginate(call, items, (item) => timelineShape(call.world, item, call.actor));
  },
};

function readEvent(call: Call): Answer {
  const id = Number(call.params.event_id);
  const repository = repositoryOf(call);
  for (const issue of repository.issues.values()) {
    const event = eventsOf(issue).find((each) => each.id === id);
    if (!event) continue;
    if (!mayRead(call.actor, repository, talk, issueSubject(issue))) throw notPermitted();
    return ok(issueEventShape(call.world, event, call.actor));
  }
  throw notFound();
}

/** Comments and references are entries of the timeline alone. */
function eventsOf({ timeline }: Issue): TimelineEvent[] {
  return timeline.filter(isEvent);
}

function isEvent(item: TimelineItem): item is Exclude<TimelineItem, IssueComment> {
  return item.kind !== 'IssueComment' && item.kind !== 'CrossReferencedEvent';
}
