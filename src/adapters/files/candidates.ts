import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders below the root: `community/toc/working-groups` is the deepest that projects are known to use. */
const deepest = 4;
/** A tree that holds more is no place to go looking; what is found first is what lies highest. */
const mostEntries = 20_000;

const listOfGroups = /^working[-_ ]?groups?\.(md|markdown)$/i;
const folderOfGroups = /^working[-_ ]?groups?$/i;
const markdown = /\.(md|markdown)$/i;
const skipped = /^(node_modules|vendor|dist|build|\.(?!github$).*)$/;

/**
 * @returns paths of what looks like governance documents by name: `WORKING-GROUPS.md` wherever it lies, the Markdown
 * files of a folder `working-groups`; lists first, then what lies highest. Links are not followed. A folder that can't
 * be read is passed over.
 */
export function listCandidates(root: string): string[] {
  return [...filesBelow(root)]
    .filter((file) => isList(file) || (folderOfGroups.test(file.folder) && markdown.test(file.name)))
    .sort((one, other) => Number(isList(other)) - Number(isList(one)) || one.depth - other.depth || compare(one, other))
    .map(({ path }) => path);
}

interface FileBelow {
  path: string;
  name: string;
  /** Name of the folder that holds it. */
  folder: string;
  depth: number;
}

/** Level by level, so that the limit cuts off what lies deepest. */
function* filesBelow(root: string): Generator<FileBelow> {
  let entries = 0;
  const folders = [{ path: '', name: '', depth: 0 }];
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder.path))) {
      entries += 1;
      if (entries > mostEntries) return;
      const { name } = entry;
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      if (entry.isFile()) yield { path, name, folder: folder.name, depth: folder.depth };
      const isDeepest = folder.depth === deepest;
      if (entry.isDirectory() && !isDeepest && !skipped.test(name))
        folders.push({ path, name, depth: folder.depth + 1 });
    }
  }
}

const isList = ({ name }: FileBelow) => listOfGroups.test(name);

/** By code units: the order must not depend on the machine's language. */
const compare = (one: FileBelow, other: FileBelow) => (one.path < other.path ? -1 : 1);

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
