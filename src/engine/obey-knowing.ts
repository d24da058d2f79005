import type { CommandGround, CommandNeeds, Giver, RolloverList } from '../model/command-facts.ts';
import type { People } from '../model/command-ports.ts';
import type { Actor, RepositoryRef } from '../model/facts.ts';
import { type Known, unknown } from '../model/known.ts';
import { notListed } from '../triage/commands/rollover.ts';
import { type Asking, type Obedience, obeyCommands } from '../triage/obey-commands.ts';
import { isNamedLead } from '../triage/permission.ts';

interface Inquiry extends Omit<Asking, 'giver'> {
  by: Actor;
  needs: CommandNeeds;
  /** Whether the repository belongs to an organisation. */
  isOrganisations: boolean;
  people: People;
  /** Lists what `/rollover` asks for; asked for only where whoever gives it may. */
  listRollover(argument: string): Promise<Known<RolloverList>>;
}

/**
 * Obeys commands, and looks up no more of whoever gives them than it takes: whether they are a member only of somebody
 * whom the charter has as a lead, and their role and teams only where not all could be answered without. Errors: rejects
 * when GitHub does not answer.
 */
export async function obeyKnowing(inquiry: Inquiry): Promise<Obedience> {
  const { asking, obedience } = await obeyByPeople(inquiry);
  const isWaiting = obedience.answers.some(({ outcome }) => outcome.is === 'unknown' && outcome.because === notListed);
  if (!isWaiting) return obedience;
  const { needs, listRollover } = inquiry;
  const lists = await Promise.all(needs.rollovers.map(async (each) => [each, await listRollover(each)] as const));
  return obeyCommands({ ...asking, ground: { ...asking.ground, rollovers: new Map(lists) } });
}

async function obeyByPeople({
  by,
  needs,
  isOrganisations,
  people,
  ...asking
}: Inquiry): Promise<{ asking: Asking; obedience: Obedience }> {
  const { owner, repository: name } = asking.issue.ref;
  const stranger: Giver = { actor: by, role: notLookedUp, isMember: notLookedUp, teams: {} };
  const unasked = { ...asking, giver: stranger };
  const { hold } = obeyCommands(unasked);
  if (hold !== null) return { asking: unasked, obedience: { effects: [], answers: [], hold } };

  const matters = needs.membership && asking.charter.known && isNamedLead(asking.charter.value, by.login);
  const isMember = matters && isOrganisations ? await people.isMember(by.login, owner) : notLookedUp;
  const ground = await withRoles(asking.ground, by.login, people);
  const brief = { ...asking, ground, giver: { ...stranger, isMember } };
  const briefly = obeyCommands(brief);
  const isAnswered = briefly.answers.every(({ outcome }) => outcome.is !== 'unknown');
  if (isAnswered || !(needs.role || needs.teams.length > 0)) return { asking: brief, obedience: briefly };

  const [role, teams] = await Promise.all([
    needs.role ? people.roleOf(by.login, { owner, name }) : notLookedUp,
    isOrganisations ? teamsOf(by.login, owner, { needs, people }) : {},
  ]);
  const whole = { ...asking, ground, giver: { actor: by, isMember, role, teams } };
  return { asking: whole, obedience: obeyCommands(whole) };
}

const notLookedUp = unknown('it was not looked up');

async function teamsOf(
  login: string,
  organisation: string,
  { needs, people }: Pick<Inquiry, 'needs' | 'people'>,
): Promise<Record<string, Known<boolean>>> {
  const found = await Promise.all(needs.teams.map((slug) => people.isInTeam(login, organisation, slug)));
  return Object.fromEntries(needs.teams.map((slug, index) => [slug, found[index]!]));
}

/** Whoever moves an issue somewhere needs a role there. */
async function withRoles(ground: CommandGround, login: string, people: People): Promise<CommandGround> {
  const { repositories } = ground;
  if (!repositories.known) return ground;
  const roleAt = (ref: RepositoryRef) => people.roleOf(login, ref);
  const named = await Promise.all(
    [...repositories.value].map(
      async ([name, each]) => [name, each && { ...each, role: await roleAt(each.ref) }] as const,
    ),
  );
  return { ...ground, repositories: { known: true, value: new Map(named) } };
}
