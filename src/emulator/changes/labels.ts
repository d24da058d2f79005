import { type FieldError, invalid } from '../refusal.ts';
import { labelShape } from '../shapes/issue.ts';
import type { Label, Repository } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { isLonger } from './lengths.ts';
import { announce, assertWritable } from './record.ts';

const longestName = 50;
const longestDescription = 100;
const defaultColor = 'ededed';

export interface LabelText {
  name: string;
  color?: string | undefined;
  description?: string | null | undefined;
}

/** @throws Refusal 422 when the name is missing, taken or too long, or the colour is none. */
export function createLabel(world: World, actor: Actor, repository: Repository, text: LabelText): Label {
  assertWritable(repository);
  checkLabel(repository, text);
  const at = world.now();
  const label = register(world.state, {
    kind: 'Label' as const,
    ...world.state.ids.next('Label', repository.id),
    repository,
    name: text.name,
    color: text.color ?? defaultColor,
    description: text.description ?? null,
    createdAt: at,
    updatedAt: at,
  });
  repository.labels.set(label.name.toLowerCase(), label);
  announce(world, actor, repository, 'label', 'created', () => ({ label: labelShape(world, label) }));
  return label;
}

export function editLabel(world: World, actor: Actor, label: Label, text: Partial<LabelText>): void {
  const { repository } = label;
  assertWritable(repository);
  const next = { ...text, name: text.name ?? label.name };
  checkLabel(repository, next, label);
  const changes: Record<string, { from: string | null }> = {};
  if (next.name !== label.name) changes.name = { from: label.name };
  if (text.color !== undefined && text.color !== label.color) changes.color = { from: label.color };
  if (text.description !== undefined && text.description !== label.description) {
    changes.description = { from: label.description ?? '' };
  }
  if (Object.keys(changes).length === 0) return;
  repository.labels.delete(label.name.toLowerCase());
  label.name = next.name;
  label.color = text.color ?? label.color;
  if (text.description !== undefined) label.description = text.description;
  label.updatedAt = world.now();
  repository.labels.set(label.name.toLowerCase(), label);
  announce(world, actor, repository, 'label', 'edited', () => ({ label: labelShape(world, label), changes }));
}

/** Deletes the label and takes it off every issue, which causes no event on the issues. */
export function deleteLabel(world: World, actor: Actor, label: Label): void {
  const { repository } = label;
  assertWritable(repository);
  repository.labels.delete(label.name.toLowerCase());
  world.state.nodes.delete(label.nodeId);
  for (const issue of repository.issues.values()) issue.labels = issue.labels.filter((each) => each !== label);
  announce(world, actor, repository, 'label', 'deleted', () => ({ label: labelShape(world, label) }));
}

/** @returns the repository's labels of these names; a name it lacks becomes a label, as GitHub makes it. */
export function labelsNamed(world: World, actor: Actor, repository: Repository, names: string[]): Label[] {
  return names.map(
    (name) => repository.labels.get(name.toLowerCase()) ?? createLabel(world, actor, repository, { name }),
  );
}

function checkLabel(repository: Repository, { name, color, description }: LabelText, known?: Label): void {
  const errors: FieldError[] = [];
  const taken = repository.labels.get(name.toLowerCase());
  const custom = (field: string, message: string) => errors.push({ resource: 'Label', field, code: 'custom', message });
  if (name.trim() === '') errors.push({ resource: 'Label', field: 'name', code: 'missing_field' });
  if (isLonger(name, longestName)) custom('name', `name is too long (maximum is ${longestName} characters)`);
  if (taken && taken !== known) errors.push({ resource: 'Label', field: 'name', code: 'already_exists' });
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) {
    errors.push({ resource: 'Label', field: 'color', code: 'invalid' });
  }
  if (isLonger(description ?? '', longestDescription)) {
    custom('description', `description is too long (maximum is ${longestDescription} characters)`);
  }
  if (errors.length > 0) throw invalid(...errors);
}
