/** A file of a repository. */
export interface RepositoryFile {
  path: string;
  /** Git's id of the content; equal ids are equal content. */
  blob: string;
  /** The last commit of the default branch that touched the file, for permanent links; `null` where it could not be read. */
  commit: string | null;
  text: string;
  /** Why the file is there but can't be read as text, in one clause; `text` is empty then. */
  unreadable?: string;
}
