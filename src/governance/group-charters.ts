import type { Group, Link } from '../model/charter.ts';
import { sameName } from '../text/names.ts';
import type { Project, ProjectFile } from './project.ts';
import { targetPath } from './tree-paths.ts';

/** A group of the document and the file that describes it alone. */
export interface GroupCharter {
  group: Group;
  file: ProjectFile;
  /** The group as the file has it. */
  own: Group;
  /** The link from the document to the file, `null` where only the names agree. */
  link: Link | null;
}

/** @returns which file is the charter of which group: by a link from the group, else by the group's name. */
export function groupCharters({ charter, groupFiles }: Project): GroupCharter[] {
  const found: GroupCharter[] = [];
  const taken = new Set<ProjectFile>();
  const add = (group: Group, file: ProjectFile | undefined, link: Link | null) => {
    const own = file?.charter.groups[0];
    if (!file || !own || taken.has(file)) return;
    taken.add(file);
    found.push({ group, file, own, link });
  };
  const isOfFile = (group: Group) => groupFiles.some((file) => file.path === group.at.path);
  const groups = charter.groups.filter((group) => !isOfFile(group));
  for (const group of groups) {
    for (const link of group.artifacts.flatMap(({ links }) => links)) {
      const path = targetPath(link.url, link.at.path);
      add(
        group,
        groupFiles.find((file) => file.path === path),
        link,
      );
    }
  }
  for (const group of groups) {
    add(
      group,
      groupFiles.find((file) => sameName(file.charter.groups[0]?.name ?? '', group.name)),
      null,
    );
  }
  return found;
}
