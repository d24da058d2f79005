/** One part of a search: a qualifier with its value, a word (`text`), or AND, OR and NOT (`operator`). */
export interface Term {
  name: string;
  value: string;
  isNegated: boolean;
}

const operators = ['AND', 'OR', 'NOT'];

/** `-label:"good first issue"` and bare words. */
export function termsOf(query: string): Term[] {
  return [...query.matchAll(/(-?)(?:([a-z-]+):)?(?:"([^"]*)"|([^\s"]+))/gi)].map(([, minus, name, quoted, plain]) => ({
    name: name?.toLowerCase() ?? (operators.includes(plain ?? '') ? 'operator' : 'text'),
    value: quoted ?? plain ?? '',
    isNegated: minus === '-',
  }));
}

/** Whether a term says where to search. */
export function isPlace({ name }: Term): boolean {
  return name === 'repo' || name === 'org' || name === 'user';
}
