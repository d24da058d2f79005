import type { Paragraph } from 'mdast';
import type { Artifact, Charter, Group } from '../../model/charter.ts';
import type { Heading, MarkdownDocument } from '../../text/document.ts';
import { visibleText } from '../../text/inline.ts';
import { nameKey, slugOf } from '../../text/names.ts';
import { positionsIn } from '../../text/positions.ts';
import { sections } from '../example-documents.ts';
import type { Format } from '../format.ts';
import { listAbove } from '../list-of-groups.ts';
import { isTemplateName } from '../template.ts';

export default {
  of: 'markdown',
  summary: 'A list of the groups, then a heading for each with its `Mission:` and what it looks after',
  seenIn: 'Cloud Foundry in 2021',
  recognise(document) {
    const missions = partsOf(document).filter((part) => part.artifacts.some(isMission)).length;
    if (missions >= 2) return { fit: 0.9, because: `${missions} of its sections begin with “Mission:”` };
    if (missions === 1) return { fit: 0.5, because: 'one of its sections begins with “Mission:”' };
    return { fit: 0, because: 'no section has a line “Mission: …”' };
  },
  read(document): Charter {
    const parts = partsOf(document);
    const first = parts.findIndex((part) => part.artifacts.some(isMission));
    const depth = parts[first]?.heading.depth;
    const list = listAbove(document, parts[first]?.heading ?? null);
    const listed = new Set(list?.map((mention) => nameKey(mention.name)));
    const isGroup = ({ heading, artifacts }: Part) =>
      heading.depth === depth &&
      !isTemplateName(heading.text) &&
      (artifacts.some(isMission) || listed.has(nameKey(heading.text)));
    return {
      sources: [{ path: document.path, format: 'section-per-group' }],
      groups: parts.filter(isGroup).map(groupOf),
      leads: [],
      list,
      namesLeads: false,
    };
  },
  examples: [
    {
      name: 'the template that new groups are made from is no group',
      document: sections({ list: ['Docs', 'Networking'], groups: ['Docs', 'Networking', '(Working Group Template)'] }),
      groups: ['Docs', 'Networking'],
      leads: [],
    },
  ],
} satisfies Format;

interface Part {
  heading: Heading;
  artifacts: Artifact[];
}

const isMission = ({ name }: Artifact) => name === 'Mission';

function groupOf({ heading, artifacts }: Part): Group {
  const { text: name, at } = heading;
  return { name, slug: slugOf(name), areas: [], artifacts, retired: false, at };
}

/** The headings, each with the paragraphs below it that name something: `Mission: …`. */
function partsOf(document: MarkdownDocument): Part[] {
  const positions = positionsIn(document.path, document.text);
  const parts: Part[] = [];
  for (const node of document.tree.children) {
    if (node.type === 'heading') {
      const heading = document.headings.find((each) => each.at.offset === node.position?.start.offset);
      if (heading) parts.push({ heading, artifacts: [] });
    } else if (node.type === 'paragraph') {
      const artifact = artifactOf(node);
      if (artifact) parts.at(-1)?.artifacts.push({ ...artifact, links: [], at: positions.of(node) });
    }
  }
  return parts;
}

function artifactOf(node: Paragraph): { name: string; text: string } | null {
  const match = /^([A-Z][\w ]{2,40}):\s+(.+)$/.exec(visibleText(node));
  return match?.[1] && match[2] ? { name: match[1], text: match[2] } : null;
}
