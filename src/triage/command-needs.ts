import type { CommandNeeds } from '../model/command-facts.ts';
import type { CommandsRead } from '../model/commands.ts';
import type { Actor, IssueRef } from '../model/facts.ts';
import type { Policy, Who } from '../model/policy.ts';
import { argumentOf } from '../text/commands/argument.ts';
import type { Naming, ServedCommand } from './command.ts';
import { servedCommands } from './served-commands.ts';

/** @returns what has to be looked up before the commands can be obeyed; for those of other bots nothing. */
export function needsOf(
  { commands }: CommandsRead,
  { ref, actor, policy }: { ref: IssueRef; actor: Actor; policy: Policy },
): CommandNeeds {
  const served = servedCommands(policy);
  const needs = commands.flatMap((written): Partial<CommandNeeds>[] => {
    const found = served.find(({ name }) => name === written.name);
    if (!found) return [];
    const naming = { written, argument: argumentOf(written), giver: { actor }, ref };
    return [found.command.needs?.(naming) ?? {}, permissionNeeds(found, naming)];
  });
  return {
    role: needs.some((each) => each.role),
    membership: needs.some((each) => each.membership),
    teams: unique(needs.flatMap(({ teams = [] }) => teams)),
    labels: needs.some((each) => each.labels),
    milestones: needs.some((each) => each.milestones),
    logins: unique(needs.flatMap(({ logins = [] }) => logins)),
    issues: unique(needs.flatMap(({ issues = [] }) => issues)),
    repositories: unique(needs.flatMap(({ repositories = [] }) => repositories)),
    decisions: needs.some((each) => each.decisions),
    rollovers: needs.flatMap(({ rollovers = [] }) => rollovers),
  };
}

/** Names that differ in letter case only are the same to GitHub. */
const unique = <Name>(names: Name[]): Name[] => [
  ...new Map(names.map((name) => [JSON.stringify(name).toLowerCase(), name])).values(),
];

const roles: Who[] = ['triage', 'write', 'maintain', 'admin'];

/** What anyone may needs no look at who it is. */
function permissionNeeds({ who, command }: ServedCommand, naming: Naming): Partial<CommandNeeds> {
  if (who.includes('anyone') || command.free?.holds(naming)) return {};
  return {
    role: who.some((each) => roles.includes(each)),
    membership: who.includes('leads') || who.includes('any-lead'),
    teams: who.flatMap((each) => (each.startsWith('team:') ? [each.slice('team:'.length)] : [])),
  };
}
