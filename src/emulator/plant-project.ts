import { addField, addItem, createProject, setValue } from './changes/projects.ts';
import type { SeedProject } from './seed.ts';
import type { Account } from './state/entities.ts';
import { findAccount, findRepository } from './state/look-up.ts';
import type { Project, ProjectItem } from './state/projects.ts';
import type { Actor, World } from './world.ts';

/**
 * Puts a project of the seed into the world, after the issues that it holds.
 *
 * @throws RangeError for a person, an issue, a field or an option that the seed lacks.
 */
export function plantProject(world: World, owner: Account, actor: Actor, seed: SeedProject): void {
  const { title, number, description, public: isPublic, baseRole, collaborators } = seed;
  for (const login of Object.keys(collaborators ?? {})) {
    if (!findAccount(world.state, login)) throw new RangeError(`the seed gives “${title}” to ${login}, who is nobody`);
  }
  const text = { title, number, description, isPublic, baseRole, collaborators };
  const project = createProject(world, owner, actor.account, text);
  for (const [name, kind] of Object.entries(seed.fields ?? {})) {
    if (Array.isArray(kind)) addField(world, project, { name, dataType: 'SINGLE_SELECT', options: kind.map(String) });
    else addField(world, project, { name, dataType: kinds[kind] });
  }
  for (const { repository, issue: issueNumber, values } of seed.items ?? []) {
    const issue = findRepository(world.state, owner.login, repository)?.issues.get(issueNumber);
    if (!issue)
      throw new RangeError(`the seed gives ${owner.login}/${repository} no issue ${issueNumber} for “${title}”`);
    const item = addItem(world, actor, project, issue);
    for (const [name, value] of Object.entries(values ?? {})) plantValue(world, project, item, name, value);
  }
}

const kinds = { text: 'TEXT', number: 'NUMBER', date: 'DATE' } as const;

function plantValue(world: World, project: Project, item: ProjectItem, name: string, value: string | number): void {
  const field = project.fields.find((each) => each.name === name);
  if (!field) throw new RangeError(`the seed gives the project “${project.title}” no field “${name}”`);
  const option = field.options.find((each) => each.name === String(value));
  if (field.dataType === 'SINGLE_SELECT' && !option) {
    throw new RangeError(`the seed gives the field “${name}” of “${project.title}” no option “${value}”`);
  }
  setValue(world, item, field, option?.id ?? value);
}
