import type { WrittenCommand } from '../model/commands.ts';
import type { Written } from '../model/decision.ts';
import type { Effect } from '../model/plan.ts';

/** One thing that a command sets, and to what. */
export interface Setting {
  thing: string;
  value: string;
  by: WrittenCommand;
}

export const settingsOf = (effects: Effect[], by: WrittenCommand): Setting[] =>
  effects.flatMap(thingsOf).map(([thing, value]) => ({ thing, value, by }));

/** @returns the commands before that these effects take back, each once; what said the same is no opposite. */
export function overruled(effects: Effect[], before: Setting[]): { line: number; text: string }[] {
  const now = new Map(effects.flatMap(thingsOf));
  const standing = new Map(before.map((setting) => [setting.thing, setting]));
  const opposite = [...standing.values()].filter(({ thing, value }) => now.has(thing) && now.get(thing) !== value);
  return [...new Set(opposite.map(({ by }) => by))].map(({ line, text }) => ({ line, text }));
}

/** @returns the things that an effect sets, and to what; of a title that is not kept, only that it is set. */
export function thingsOf(effect: Effect | Written): [thing: string, value: string][] {
  switch (effect.do) {
    case 'label':
    case 'assign':
      return [
        ...effect.add.map((name): [string, string] => [`${effect.do} ${name.toLowerCase()}`, 'on']),
        ...effect.remove.map((name): [string, string] => [`${effect.do} ${name.toLowerCase()}`, 'off']),
      ];
    case 'milestone':
      return [[effect.do, JSON.stringify(effect.title)]];
    case 'title':
      return [[effect.do, 'title' in effect ? JSON.stringify(effect.title) : '']];
    case 'parent':
      return [[effect.do, JSON.stringify(effect.issue)]];
    case 'state':
      return [[effect.do, effect.to === 'open' ? 'open' : `${effect.as} ${JSON.stringify(effect.of)}`]];
    case 'transfer':
      return [[effect.do, JSON.stringify(effect.to)]];
    case 'checklist':
    case 'create-label':
    case 'reopen-milestone':
    case 'roll-over':
    case 'assign-one':
    case 'notify':
    case 'react':
    case 'reply':
      return [];
  }
}
