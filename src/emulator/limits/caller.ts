/** Whose allowance a request uses up. */
export interface Caller {
  /** The same for all tokens of a person, and for all of an installation. */
  key: string;
  /** As GitHub's messages call it. */
  name: string;
  isAnonymous: boolean;
}

export const anonymous: Caller = { key: 'anonymous', name: '127.0.0.1', isAnonymous: true };
