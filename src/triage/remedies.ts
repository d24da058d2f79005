import type { IssueFacts } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import { memoize } from '../text/memoize.ts';

interface Place {
  issue: Pick<IssueFacts, 'isPullRequest'>;
  policy: Pick<Policy, 'commands'>;
}

/** Whether somebody may give a command here, by its name or its family's: else it is not advised. */
export function isOffered(name: string, { issue, policy: { commands } }: Place): boolean {
  const { enabled, pullRequests, who } = commands;
  const mayBeGiven = !(Object.hasOwn(who, name) && who[name]!.length === 0);
  return enabled && mayBeGiven && (pullRequests || !issue.isPullRequest);
}

/** More than that would be a list to choose from, and the first say how it is done. */
const mostTyped = 4;

/** @returns commands as they are advised, one or the other: `/priority P0` or `/priority P1`, each between backticks. */
export function typed(commands: string[]): string {
  const shown = commands.slice(0, mostTyped).map((each) => `\`${each}\``);
  const rest = commands.length > mostTyped ? ' and so on' : '';
  return `type ${shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`}${rest}`;
}

/** @returns how one of the labels is added by a command; `null` where there is none for each of them. */
export function typedFor(labels: string[], place: Place): string | null {
  const commands = labels.flatMap((label) => familyCommand(label, place) ?? []);
  return labels.length > 0 && commands.length === labels.length ? typed(commands) : null;
}

/** `/area docs` for `area/docs`. */
function familyCommand(label: string, place: Place): string | null {
  const folded = label.toLowerCase();
  for (const { name, start, end } of familiesOf(place.policy.commands.families)) {
    const inner = label.slice(start.length, label.length - end.length);
    const isOne = folded.startsWith(start) && folded.endsWith(end) && inner !== '';
    if (isOne && isOffered(name, place)) return `/${name} ${inner}`;
  }
  return null;
}

const familiesOf = memoize((families: Policy['commands']['families']) =>
  Object.entries(families).map(([name, pattern]) => {
    const [start = '', end = ''] = pattern.toLowerCase().split('*');
    return { name, start, end };
  }),
);
