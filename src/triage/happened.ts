import type { Change, IssueFacts, Turn } from '../model/facts.ts';

/** @returns what happened to the issue, as far as it is known: what was changed on it, and after that its turns. */
export const happenedTo = ({ history, turns }: Pick<IssueFacts, 'history' | 'turns'>): (Change | Turn)[] => [
  ...(history.known ? history.value : []),
  ...(turns.known ? turns.value : []),
];
