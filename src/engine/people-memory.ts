import type { RepositoryRole } from '../model/command-facts.ts';
import type { People } from '../model/command-ports.ts';
import type { Known } from '../model/known.ts';
import type { Clock } from '../model/ports.ts';

/** What people were, and until when that is believed. */
export interface PeopleMemory {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  forget(key: string): void;
}

/** Milliseconds: whoever gives several commands is looked up once, and whoever loses a role has it not for long. */
const believed = 5 * 60_000;

/** @returns a memory that forgets in time, and whom it has known for longest when there are more than the limit. */
export function createPeopleMemory(clock: Clock, limit = 10_000): PeopleMemory {
  const entries = new Map<string, { value: unknown; until: number }>();
  const now = () => clock.now().getTime();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: now() + believed });
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
    forget: (key) => void entries.delete(key),
  };
}

/** @returns people who are asked for once in a while only; what isn't known is asked for again. */
export function rememberedPeople(people: People, memory: PeopleMemory): People {
  const remember = <T>(key: unknown[], ask: () => Promise<Known<T>>): Promise<Known<T>> => {
    const name = JSON.stringify(key).toLowerCase();
    const before = memory.get(name) as Promise<Known<T>> | undefined;
    if (before) return before;
    const answer = ask();
    memory.set(name, answer);
    const forget = () => memory.forget(name);
    answer.then((each) => each.known || forget(), forget);
    return answer;
  };
  return {
    roleOf: (login, { owner, name }) =>
      remember<RepositoryRole>(['role', login, owner, name], () => people.roleOf(login, { owner, name })),
    isMember: (login, organisation) =>
      remember(['member', login, organisation], () => people.isMember(login, organisation)),
    isInTeam: (login, organisation, slug) =>
      remember(['team', login, organisation, slug], () => people.isInTeam(login, organisation, slug)),
  };
}
