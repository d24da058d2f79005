import { type Charter, emptyCharter } from '../model/charter.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import type { CodeOwner, People } from '../model/project.ts';
import type { Tree } from '../model/tree.ts';
import type { BrokenDocument, DataDocument, MarkdownDocument } from '../text/document.ts';
import { isCodeOwners, readCodeOwners } from './code-owners.ts';
import { isGenerated } from './generated.ts';
import { mergeCharters } from './merge.ts';
import { readPeople } from './people.ts';
import { readCharter, readDocument } from './read.ts';

/** A file of the project, read. */
export interface ProjectFile {
  path: string;
  text: string;
  document: MarkdownDocument | DataDocument | BrokenDocument | null;
  /** Id of the format that read it, `null` where none fits. */
  format: string | null;
  /** What this file alone says. */
  charter: Charter;
  /** A program made it: what is wrong in it is mended elsewhere. */
  generated: boolean;
}

/** All files that are held against each other, and what is known around them. */
export interface Project {
  files: ProjectFile[];
  /** What the governance documents say together. */
  charter: Charter;
  /** The charters that describe a group each, by file. */
  groupFiles: ProjectFile[];
  people: People;
  /** The owners in `CODEOWNERS`, `null` where there is no such file. */
  codeOwners: CodeOwner[] | null;
  /** Which paths are in the repository, `null` where nobody looked. */
  tree: Tree | null;
  onGitHub: OnGitHub | null;
  policy: Policy['charter'];
}

/** What is known beside the files' texts. */
export interface Around {
  policy?: Policy['charter'];
  tree?: Tree | null;
  onGitHub?: OnGitHub | null;
}

export const noPolicy: Policy['charter'] = {
  documents: [],
  label: ['{name}'],
  aliases: {},
  columns: {},
  createLabels: false,
  team: null,
};

/** Reads files and finds out by their content which part each plays. */
export function readProject(
  given: { path: string; text: string }[],
  { policy = noPolicy, tree = null, onGitHub = null }: Around = {},
): Project {
  const files = given.map((file) => readFile(file, policy.columns));
  const owners = files.find((file) => isCodeOwners(file.path));
  const data = files.flatMap(({ document }) => (document?.kind === 'data' ? [document] : []));
  return {
    files,
    charter: charterOf(files, policy.documents),
    groupFiles: files.filter((file) => file.format === 'charter-file'),
    people: readPeople(data),
    codeOwners: owners ? readCodeOwners(owners) : null,
    tree,
    onGitHub,
    policy,
  };
}

function readFile({ path, text }: { path: string; text: string }, columns: Policy['charter']['columns']): ProjectFile {
  if (isCodeOwners(path)) {
    return { path, text, document: null, format: null, charter: emptyCharter, generated: false };
  }
  const document = readDocument({ path, text }, { columns });
  const { charter, format } = readCharter(document);
  return { path, text, document, format, charter, generated: isGenerated(document) };
}

/** A file for each group is no source of its own where a document lists the groups. */
function charterOf(files: ProjectFile[], chosen: string[]): Charter {
  const readable = files.filter((file) => file.format !== null && !file.generated);
  const named = readable.filter((file) => chosen.includes(file.path));
  const lists = readable.filter((file) => file.format !== 'charter-file');
  const sources = named.length > 0 ? named : lists.length > 0 ? lists : readable;
  return mergeCharters(sources.map((file) => file.charter));
}
