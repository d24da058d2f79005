import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several steps; this long after the last of them the file is whole. In milliseconds. */
const pause = 100;

/**
 * Calls when a file in one of the folders changes, once for all that changes in a moment. Folders are watched rather
 * than files, since a file that is written aside and renamed is another file. What can't be watched is passed over.
 */
export function watchFolders(
  folders: string[],
  { isOfInterest, changed }: { isOfInterest(name: string): boolean; changed(): void },
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.flatMap((folder) => {
    const watcher = watchFolder(folder, (name) => {
      if (name !== null && !isOfInterest(name)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, pause);
    });
    return watcher ? [watcher] : [];
  });
  return {
    stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(folder: string, changed: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, (_event, name) => changed(name));
    // A folder that is taken away ends its watcher; the others go on.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
