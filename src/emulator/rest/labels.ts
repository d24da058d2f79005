import { addLabels, removeLabels, setLabels } from '../changes/labelling.ts';
import { createLabel, deleteLabel, editLabel } from '../changes/labels.ts';
import {
  type Call,
  created,
  noContent,
  nullableTextField,
  ok,
  type Routes,
  requiredText,
  textField,
} from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { labelShape } from '../shapes/issue.ts';
import type { Issue, Label, Repository } from '../state/entities.ts';
import { labelsAsked } from './issue-plan.ts';
import { issueIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Labels. */
export const labelRoutes: Routes = {
  'GET /repos/{owner}/{repo}/labels': (call) =>
    paginate(call, [...repositoryOf(call).labels.values()], (label) => labelShape(call.world, label)),
  'POST /repos/{owner}/{repo}/labels': (call) => {
    const { repository, actor } = writingTo(call);
    const text = { name: requiredText(call, 'Label', 'name'), ...lookOf(call) };
    return created(labelShape(call.world, createLabel(call.world, actor, repository, text)));
  },
  'GET /repos/{owner}/{repo}/labels/{name}': (call) => ok(labelShape(call.world, labelIn(repositoryOf(call), call))),
  'PATCH /repos/{owner}/{repo}/labels/{name}': (call) => {
    const { repository, actor } = writingTo(call);
    const label = labelIn(repository, call);
    const name = textField(call, 'Label', 'new_name');
    editLabel(call.world, actor, label, { ...(name === undefined ? {} : { name }), ...lookOf(call) });
    return ok(labelShape(call.world, label));
  },
  'DELETE /repos/{owner}/{repo}/labels/{name}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteLabel(call.world, actor, labelIn(repository, call));
    return noContent;
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const issue = issueIn(repositoryOf(call), call);
    return paginate(call, issue.labels, (label) => labelShape(call.world, label));
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    addLabels(call.world, actor, issue, labelsAsked(call, repository, actor) ?? []);
    return labelsOf(call, issue);
  },
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    setLabels(call.world, actor, issue, labelsAsked(call, repository, actor) ?? []);
    return labelsOf(call, issue);
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    removeLabels(call.world, actor, issue, [...issue.labels]);
    return noContent;
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    const label = repository.labels.get((call.params.name ?? '').toLowerCase());
    if (!label || !issue.labels.includes(label)) throw notFound('Label does not exist');
    removeLabels(call.world, actor, issue, [label]);
    return labelsOf(call, issue);
  },
};

function labelIn(repository: Repository, call: Call): Label {
  const label = repository.labels.get((call.params.name ?? '').toLowerCase());
  if (!label) throw notFound();
  return label;
}

function labelsOf(call: Call, issue: Issue) {
  return ok(issue.labels.map((label) => labelShape(call.world, label)));
}

function lookOf(call: Call) {
  return {
    color: textField(call, 'Label', 'color'),
    description: nullableTextField(call, 'Label', 'description'),
  };
}
