import type { Charter, Group } from '../model/charter.ts';
import type { Change, IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Effect, Withheld } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { isAmong, sameOnGitHub } from '../text/github-names.ts';
import { isDismissal } from './dismissal.ts';
import { teamOfGroup } from './group-team.ts';
import { inTurn, leadsOf } from './leads.ts';
import { printNotice } from './notice.ts';
import type { Ownership } from './owners.ts';
import type { Situation } from './situation.ts';

/** What tells groups that an issue is their own. */
export interface Notices {
  effects: Effect[];
  withheld: Withheld[];
}

/** An issue whose owners are to be told. */
export interface News extends Pick<Situation, 'issue' | 'charter' | 'policy' | 'now' | 'links'> {
  ownership: Known<Ownership>;
  /** The labels that the plan adds. */
  added: string[];
}

export const noNotices: Notices = { effects: [], withheld: [] };

/**
 * @returns what tells each owning group of the issue: at most once for an issue and group, and only while it is news.
 * What was told before, the issue's timeline and Remit's comments remember; where they can't be read, nobody is told.
 */
export function noticesFor(told: News): Notices {
  const { charter, ownership, policy } = told;
  const { notify } = policy.triage;
  if (notify === 'none' || !charter.known || !ownership.known) return noNotices;
  const news = { ...told, charter: charter.value, ownership: ownership.value };
  const tell = notify === 'assign' ? assignLead : mentionTeam;
  const owners = news.ownership.owners.filter((group) => isNewOwner(group, news));
  const effects = owners.flatMap((group) => tell(group, news) ?? []);
  const because = doubtOver(news);
  if (because === null) return { effects, withheld: [] };
  return { effects: [], withheld: effects.map((effect) => ({ effect, because })) };
}

interface KnownNews extends Omit<News, 'charter' | 'ownership'> {
  charter: Charter;
  ownership: Ownership;
}

/** Beyond this it is no news: a project that begins to notify wakes nobody over its old issues. */
const newsDays = 7;

function isNewOwner(group: Group, { ownership, issue, added, now }: KnownNews): boolean {
  const begin = Date.parse(now) - newsDays * 86_400_000;
  return labelsOf(group, ownership).every((label) => {
    const came = changesOf(issue).findLast((change) => change.what === 'labeled' && sameOnGitHub(change.label, label));
    return isAmong(added, label) || (came !== undefined && Date.parse(came.at) >= begin);
  });
}

type Assignment = Extract<Change, { assignee: string }>;

/**
 * The issue is left alone once anybody else assigned somebody, whoever is assigned now. By itself Remit assigns leads only:
 * anybody else it assigned at a command.
 */
function assignLead(group: Group, { issue, charter, ownership }: KnownNews): Effect | null {
  const changes = changesOf(issue);
  const assigned = changes.filter((change) => change.what === 'assigned') as Assignment[];
  const leading = charter.leads.flatMap(({ handle }) => handle ?? []);
  const own = assigned
    .filter(({ by, assignee }) => by.own && isAmong(leading, assignee))
    .map(({ assignee }) => assignee);
  if (own.length < assigned.length || !issue.assignees.every((login) => isAmong(own, login))) return null;
  if (leadsOf(group, [], charter).some((lead) => isAmong(own, lead))) return null;
  const refused = changes.flatMap((change) => (change.what === 'unassigned' ? [change.assignee] : []));
  const areas = ownership.readings.flatMap((reading) => (reading.group === group ? (reading.area ?? []) : []));
  const leads = leadsOf(group, areas, charter).filter((lead) => !isAmong(refused, lead));
  const turns = inTurn(leads, { ref: issue.ref, group: group.slug });
  return turns.length === 0 ? null : { do: 'assign-one', of: turns, because: reasonFor(group, ownership) };
}

/** Which of Remit's comments somebody deleted isn't told: it may have been the one that mentioned the team. */
function mentionTeam(group: Group, { issue, ownership, policy, links }: KnownNews): Effect | null {
  const wasTold = issue.notices.known && issue.notices.value.includes(group.slug);
  if (wasTold || changesOf(issue).some(isDismissal)) return null;
  const { owner: organisation } = issue.ref;
  const team = teamOfGroup(group, { organisation, pattern: policy.charter.team });
  if (team === null) return null;
  const labels = labelsOf(group, ownership);
  const body = printNotice(group, { team: `${organisation}/${team}`, labels, links });
  return { do: 'notify', group: group.slug, body, because: reasonFor(group, ownership) };
}

function doubtOver({ issue: { history, historyIsWhole, notices }, policy }: KnownNews): string | null {
  const begin = 'whether the group was told before is not known';
  if (!history.known) return `${begin}: ${history.because}`;
  if (!historyIsWhole) return `${begin}: its timeline is too long`;
  return policy.triage.notify === 'team' && !notices.known ? `${begin}: ${notices.because}` : null;
}

const changesOf = ({ history }: IssueFacts): Change[] => (history.known ? history.value : []);

const labelsOf = (group: Group, { readings }: Ownership): string[] =>
  readings.flatMap((reading) => (reading.group === group ? [reading.label] : []));

const reasonFor = (group: Group, ownership: Ownership): string =>
  `${quote(labelsOf(group, ownership)[0] ?? '')} makes ${quote(group.name)} its owner`;
