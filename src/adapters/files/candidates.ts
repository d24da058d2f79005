import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders below the root: `community/toc/working-groups` is the deepest that projects are known to use. */
const deepest = 4;
/** A tree that holds more is no place to go looking; what is found first is what lies highest. */
const mostEntries = 20_000;

const listOfGroups = /^(?:working[-_ ]?groups?\.(?:md|markdown)|sigs\.ya?ml)$/i;
const folderOfGroups = /^working[-_ ]?groups?$/i;
const markdown = /\.(?:md|markdown)$/i;
const yaml = /\.ya?ml$/i;
const folderOfPeople = /^(?:orgs?|peribolos|github-org)$/i;
const fileOfPeople = /^(?:teams|members|admins|developers|maintainers|peribolos|org)\.ya?ml$/i;
const besideInRoot = /^(?:(?:\.github\/|docs\/)?CODEOWNERS|\.github\/remit\.ya?ml|sig-list\.md)$/;
const skipped = /^(?:node_modules|vendor|dist|build|\.(?!github$).*)$/;

/** What of a working tree has to do with governance, by name: which of it is what, the content says. */
export interface Candidates {
  /** Lists of groups and charters: lists first, then what lies highest. */
  documents: string[];
  /** Files that the documents are held against: teams, members, code owners, the configuration. */
  beside: string[];
  /** All files that were seen, as far as it was looked. */
  files: string[];
}

/**
 * Looks for governance documents by name: `WORKING-GROUPS.md` and `sigs.yaml` wherever they lie, the Markdown files of a
 * folder `working-groups` and below, files of teams and members. Links are not followed. A folder that can't be read is
 * passed over.
 */
export function listCandidates(root: string): Candidates {
  const files = [...filesBelow(root)];
  const documents = files.filter((file) => isList(file) || (isOfGroups(file) && markdown.test(file.name)));
  return {
    documents: documents.sort(byRank).map(({ path }) => path),
    beside: files.filter(isBeside).map(({ path }) => path),
    files: files.map(({ path }) => path),
  };
}

interface FileBelow {
  path: string;
  name: string;
  /** Names of the folders that hold it. */
  folders: string[];
}

/** Level by level, so that the limit cuts off what lies deepest. */
function* filesBelow(root: string): Generator<FileBelow> {
  let entries = 0;
  const folders: { path: string; parts: string[] }[] = [{ path: '', parts: [] }];
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder.path))) {
      entries += 1;
      if (entries > mostEntries) return;
      const { name } = entry;
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      if (entry.isFile()) yield { path, name, folders: folder.parts };
      const isDeepest = folder.parts.length === deepest;
      if (entry.isDirectory() && !isDeepest && !skipped.test(name))
        folders.push({ path, parts: [...folder.parts, name] });
    }
  }
}

const isList = ({ name }: FileBelow): boolean => listOfGroups.test(name);

const isOfGroups = ({ folders }: FileBelow): boolean => folders.slice(-2).some((folder) => folderOfGroups.test(folder));

const isBeside = ({ path, name, folders }: FileBelow): boolean =>
  besideInRoot.test(path) || fileOfPeople.test(name) || (yaml.test(name) && folderOfPeople.test(folders.at(-1) ?? ''));

/** By code units within a depth: the order must not depend on the machine's language. */
const byRank = (one: FileBelow, other: FileBelow): number =>
  Number(isList(other)) - Number(isList(one)) ||
  one.folders.length - other.folders.length ||
  (one.path < other.path ? -1 : 1);

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
