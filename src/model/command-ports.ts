import type { CommandGround, CommandNeeds, RepositoryRole } from './command-facts.ts';
import type { OwnComment, RepositoryRef } from './facts.ts';
import type { Known } from './known.ts';
import type { Reaction } from './plan.ts';

/** What is to be read beside an issue so that a comment on it can be obeyed. */
export interface AskedBeside {
  /** Node id of the comment, or of the issue itself. */
  to: string;
  /** Whether Remit may have answered it already. */
  mayBeAnswered: boolean;
  needs: Pick<CommandNeeds, 'labels' | 'milestones' | 'logins' | 'issues' | 'repositories'>;
}

/** What commands are held against, and what has become of the comment that they stand in. */
export interface ReadBeside {
  /** Without what GitHub does not have: decisions. The roles in the repositories that it names are not known yet. */
  ground: CommandGround;
  /** `null` where it is gone. */
  comment: {
    /** Whether Remit wrote it, or whoever owns the token that it works with. */
    own: boolean;
    /** As it reads now. */
    body: string;
    /** Our reaction to it. */
    reaction: Reaction | null;
  } | null;
  /** Our answer to it. */
  reply: OwnComment | null;
  /** Whether the repository belongs to an organisation. */
  isOrganisations: boolean;
  /** Node ids of what was found, for the writer, in its own words. */
  ids: ReadonlyMap<string, string>;
}

/**
 * What one person is, each by one request. What GitHub does not tell is unknown with the reason. Errors: rejects when
 * GitHub does not answer at all.
 */
export interface People {
  roleOf(login: string, repository: RepositoryRef): Promise<Known<RepositoryRole>>;
  isMember(login: string, organisation: string): Promise<Known<boolean>>;
  isInTeam(login: string, organisation: string, slug: string): Promise<Known<boolean>>;
}
