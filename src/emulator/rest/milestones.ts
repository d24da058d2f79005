import { createMilestone, deleteMilestone, editMilestone } from '../changes/milestones.ts';
import {
  type Call,
  choiceField,
  created,
  noContent,
  nullableTextField,
  ok,
  type Routes,
  requiredText,
  textField,
} from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { invalid } from '../refusal.ts';
import { labelShape, milestoneShape } from '../shapes/issue.ts';
import type { Milestone } from '../state/entities.ts';
import { formatTime } from '../world.ts';
import { milestoneIn, repositoryOf, writingTo } from './targets.ts';

const states = ['open', 'closed'] as const;

/** Source: GitHub docs, REST API, Milestones. */
export const milestoneRoutes: Routes = {
  'GET /repos/{owner}/{repo}/milestones': (call) => {
    const state = call.query.get('state') ?? 'open';
    const found = [...repositoryOf(call).milestones.values()].filter((each) => state === 'all' || each.state === state);
    const order = call.query.get('sort') === 'completeness' ? completeness : dueDate;
    found.sort((a, b) => order(a) - order(b) || a.number - b.number);
    if (call.query.get('direction') === 'desc') found.reverse();
    return paginate(call, found, (milestone) => milestoneShape(call.world, milestone));
  },
  'POST /repos/{owner}/{repo}/milestones': (call) => {
    const { repository, actor } = writingTo(call);
    const text = { ...textOf(call), title: requiredText(call, 'Milestone', 'title') };
    return created(milestoneShape(call.world, createMilestone(call.world, actor, repository, text)));
  },
  'GET /repos/{owner}/{repo}/milestones/{milestone_number}': (call) =>
    ok(milestoneShape(call.world, milestoneIn(repositoryOf(call), call))),
  'GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels': (call) => {
    const repository = repositoryOf(call);
    const milestone = milestoneIn(repository, call);
    const issues = [...repository.issues.values()].filter((issue) => issue.milestone === milestone);
    const labels = [...new Set(issues.flatMap((issue) => issue.labels))];
    return paginate(call, labels, (label) => labelShape(call.world, label));
  },
  'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}': (call) => {
    const { repository, actor } = writingTo(call);
    const milestone = milestoneIn(repository, call);
    editMilestone(call.world, actor, milestone, { ...textOf(call), title: textField(call, 'Milestone', 'title') });
    return ok(milestoneShape(call.world, milestone));
  },
  'DELETE /repos/{owner}/{repo}/milestones/{milestone_number}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteMilestone(call.world, actor, milestoneIn(repository, call));
    return noContent;
  },
};

/** What is due at no time is due last. */
function dueDate({ dueOn }: Milestone): number {
  return dueOn === null ? Number.MAX_VALUE : Date.parse(dueOn);
}

function completeness({ issues: { open, closed } }: Milestone): number {
  return open + closed === 0 ? 0 : closed / (open + closed);
}

function textOf(call: Call) {
  return {
    description: nullableTextField(call, 'Milestone', 'description'),
    state: choiceField(call, 'Milestone', 'state', states),
    dueOn: dueOnOf(call),
  };
}

function dueOnOf(call: Call): string | null | undefined {
  const value = nullableTextField(call, 'Milestone', 'due_on');
  if (value === undefined || value === null) return value;
  const time = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) || Number.isNaN(time.getTime()))
    throw invalid({ resource: 'Milestone', field: 'due_on', code: 'invalid', value });
  return formatTime(time);
}
