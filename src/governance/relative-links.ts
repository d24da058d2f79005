import { visit } from 'unist-util-visit';
import type { Link } from '../model/charter.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { positionsIn } from '../text/positions.ts';
import { isMailAddress, lacksScheme } from './hosts.ts';
import type { Project, ProjectFile } from './project.ts';
import { targetPath } from './tree-paths.ts';

/** A link of a file that leads to a path of the repository. */
export interface RelativeLink {
  file: ProjectFile;
  link: Link;
  /** From the repository's root. */
  path: string;
}

/** @returns the links and images of all files that lead into the repository, wherever they end. */
export function relativeLinks({ files }: Pick<Project, 'files'>): RelativeLink[] {
  return files.filter(isInside).flatMap((file) =>
    linksOf(file).flatMap((link) => {
      const path = isForAnotherRule(link.url) ? null : targetPath(link.url, file.path);
      return path === null ? [] : [{ file, link, path }];
    }),
  );
}

/** A document of another tree is held against no paths of this one. */
const isInside = ({ path }: ProjectFile): boolean => !/^(?:\.\.?\/|\/|[a-z]:)/i.test(path);

/** An address without its scheme is no path; nor is what is left of a template in angle brackets. */
const isForAnotherRule = (url: string): boolean => lacksScheme(url) || isMailAddress(url) || /[<>{}]/.test(url);

function linksOf({ document, charter }: ProjectFile): Link[] {
  if (document?.kind === 'markdown') return [...document.links.filter((link) => !link.bare), ...imagesOf(document)];
  return charter.groups.flatMap((group) => group.artifacts.flatMap((artifact) => artifact.links));
}

function imagesOf(document: MarkdownDocument): Link[] {
  const positions = positionsIn(document.path, document.text);
  const images: Link[] = [];
  visit(document.tree, 'image', (node) => {
    images.push({ text: node.alt ?? '', url: node.url, at: positions.of(node) });
  });
  return images;
}
