import { alsoAt, onLine, pickLine, replaceLine } from './damage.js';

const linked = /\]\(https:/;

/** Damage to links and to what groups have. */
export const linkKinds = {
  'a scheme lost': onLine(/\]\(https:\/\/(?:zoom|docs|meet|drive|discuss|octo)/, (line) =>
    line.replace(/\]\(https:\/\/(zoom|docs|meet|drive|discuss|octo)/, ']($1'),
  ),
  'an address lost': onLine(linked, (line) => line.replace(/\]\(https:[^)]*\)/, ']()')),
  'a scheme misspelt': onLine(/\]\(https:\/\/(?:zoom|docs|meet)/, (line) =>
    line.replace(/\]\(https:\/\/(zoom|docs|meet)/, '](htps://$1'),
  ),
  'a mail address without mailto': onLine(/mailto:/, (line) => line.replace('mailto:', '')),
  'a host misspelt': onLine(/docs\.google\.com|drive\.google\.com/, (line) =>
    line.replace(/(docs|drive)\.google\.com/, '$1.gogle.com'),
  ),
  'GitHub misspelt': onLine(/\]\(https:\/\/github\.com\/octo-[a-z]+\)/, (line) =>
    line.replace('github.com', 'githun.com'),
  ),
  'a channel to the start page': onLine(/octo\.slack\.com\/archives/, (line) =>
    line.replace(/(octo\.slack\.com)\/archives\/\w+/, '$1'),
  ),
  'a channel of another group': (files, pick) => {
    const [path] = Object.keys(files);
    const index = pickLine(files, path, /C0[1-7]ABCDEF/, pick);
    if (index === null) return null;
    const damage = replaceLine(files, path, index, (line) => line.replace(/C0[1-7]ABCDEF/, 'C00ABCDEF'));
    return alsoAt(damage, 'C00ABCDEF');
  },
  'a call that is a document': onLine(/meet\.google\.com/, (line) =>
    line.replace(/meet\.google\.com\/[\w-]+/, 'docs.google.com/document/d/x'),
  ),
  'one address for two purposes': onLine(/\[Zoom call\]/, (line) =>
    line.replace(/\(https:\/\/docs\.google[^)]*\)/, '(https://zoom.us/j/12345)'),
  ),
  'a folder that is a document': onLine(/drive\.google\.com/, (line) =>
    line.replace(/drive\.google\.com\/drive\/folders/, 'docs.google.com/document/d'),
  ),
  'a team of others': onLine(/orgs\/octo-org\/teams/, (line) =>
    line.replace(/teams\/[a-z-]+/, 'teams/stewards-wg-leads'),
  ),
  'a team that is gone': onLine(/orgs\/octo-org\/teams/, (line) => line.replaceAll('-wg-leads', '-wg-guides')),
  'a mail address of others': onLine(/mailto:/, (line) => line.replace('[the stewards]', '[docs@example.org]')),
  'a relative link that is dead': onLine(/\]\(\.?\/?[\w-]+\.md\)/, (line) =>
    line.replace(/\]\((\.?\/?)[\w-]+\.md\)/, ']($1GONE.md)'),
  ),
  'an image that is gone': onLine(/images\/mesh\.png/, (line) => line.replace('mesh.png', 'mash.png')),
  'a fragment of another file': onLine(/ROLES\.md#terms/, (line) => line.replace('#terms', '#termz')),
  'an artifact emptied': onLine(/\[Notes\]/, (line) => line.replace(/\[Notes\]\([^)]*\)/, '')),
  'an artifact to be done': onLine(/\[Forum\]/, (line) => line.replace(/\[Forum\]\([^)]*\)/, 'TBD')),
  'a topic misspelt': onLine(/`octo-wg-[a-z-]{6,}`/, (line) =>
    line.replace(/(`octo-wg-[a-z]{3})([a-z])([a-z])/, '$1$3$2'),
  ),
};
