import { alsoAt, insertLine, onLine, pickLine, placesOf, removeLines, replaceLine } from './damage.js';

const has = (path, kind) => (files, pick) => (path in files ? kind(files, pick, path) : null);
const on = (path, expression, change) => has(path, onLine(expression, change, path));

/** Damage to one of two files that must agree. */
export const fileKinds = {
  'the team of a dissolved group': has('org/teams.yaml', (files, _pick, path) =>
    insertLine(files, path, 1, '  WG - Config Maintainers:\n    members:\n    - octo-user-1'),
  ),
  'a team renamed': has('org/teams.yaml', (files, pick, path) => {
    const index = pickLine(files, path, /WG - (?:Build|Networking|Storage|Security)/, pick);
    const name = /WG - (\w+)/.exec(files[path].split('\n')[index])[1];
    return alsoAt(
      replaceLine(files, path, index, (line) => line.replace(name, 'Platform')),
      new RegExp(`^\\| ${name} \\|`),
    );
  }),
  'a lead missing in the team of leads': has('org/teams.yaml', (files, pick, path) => {
    const handle = files[path].split('\n')[3 + pick(12)].trim().slice(2);
    const index = files[path].split('\n').findIndex((line) => line.endsWith(`- ${handle}`));
    return removeLines(files, path, index, 1, [`github.com/${handle})`]);
  }),
  'a former lead in the team of leads': has('org/teams.yaml', (files, _pick, path) =>
    insertLine(files, path, 3, '    - octo-user-9'),
  ),
  'a lead missing in the team of a group': has('org/teams.yaml', (files, _pick, path) => {
    const lines = files[path].split('\n');
    const start = lines.findIndex((line) => line.includes('WG - Storage'));
    const handle = lines[start + 2].trim().slice(2);
    return removeLines(files, path, start + 2, 1, [`github.com/${handle})`]);
  }),
  'a lead who is no member': has('org/members.yaml', (files, pick, path) => {
    const index = 1 + pick(12);
    const handle = files[path].split('\n')[index].slice(2);
    return removeLines(files, path, index, 1, [`github.com/${handle})`]);
  }),
  'a key that is there twice': has('org/teams.yaml', (files, _pick, path) =>
    alsoAt(insertLine(files, path, 1, '  WG - Storage Maintainers:\n    members: []'), 'WG - Storage Maintainers'),
  ),
  'YAML that can’t be read': has('org/members.yaml', (files, pick, path) =>
    alsoAt(onLine(/^- octo-m/, () => '- "octo', path)(files, pick), 'octo-user-1'),
  ),
  'a leads’ team without a lead': has('peribolos/octo-org.yaml', (files, _pick, path) => {
    const lines = files[path].split('\n');
    const start = lines.findIndex((line) => line.includes('Security WG Leads'));
    const handle = lines[start + 2].trim().slice(2);
    return removeLines(files, path, start + 2, 1, [`(https://github.com/${handle})`]);
  }),
  'a former lead in a group’s team': has('peribolos/octo-org.yaml', (files, pick, path) => {
    const index = pickLine(files, path, /WG Leads:/, pick);
    return insertLine(files, path, index + 2, '        - octo-user-9');
  }),
  'a group’s team renamed': has('peribolos/octo-org.yaml', (files, pick, path) => {
    const index = pickLine(files, path, /(?:Storage|Security|Networking) WG Leads:/, pick);
    const name = /(\w+) WG/.exec(files[path].split('\n')[index])[1];
    return alsoAt(
      replaceLine(files, path, index, (line) => line.replace(name, 'Platform')),
      `teams/${name.toLowerCase()}-wg-leads`,
    );
  }),
  'code owners that are gone': on('CODEOWNERS', /@octo-org/, (line) => line.replace('-wg-leads', '-wg-guides')),
  'an alias of a dissolved group': on('.github/remit.yml', /net: |docs: /, (line) => line.replace(/: .*/, ': Config')),
  'a charter with the name of another': has('storage.md', (files, pick) => {
    const path = ['storage.md', 'release.md', 'security.md'][pick(3)];
    const index = files[path].split('\n').findIndex((line) => line.startsWith('name: '));
    const damage = replaceLine(files, path, index, () => 'name: Build');
    return damage;
  }),
  'a charter with another name': has('storage.md', (files, _pick, path) => {
    const index = files[path].split('\n').findIndex((line) => line.startsWith('name: '));
    return alsoAt(
      replaceLine(files, path, index, () => 'name: Data at Rest'),
      '- [Storage]',
      '## Storage',
    );
  }),
  'a charter with another lead': has('storage.md', (files, pick, path) => {
    const index = pickLine(files, path, /github:/, pick);
    return alsoAt(
      replaceLine(files, path, index, () => '  github: octo-user-9'),
      './storage.md',
      '(https://github.com/octo-hare)',
    );
  }),
  'a charter that no group has': has('storage.md', (files) => {
    const text = files['storage.md'].replaceAll('Storage', 'Config');
    const changed = { ...files, 'config.md': text };
    return { files: changed, places: placesOf(changed, 'name: Config') };
  }),
  'a charter’s goals never written': on('storage.md', /^- Look/, () => '- TBD\n- TBD'),
  'a charter link that is dead': on('sigs.yaml', /charter_link/, (line) => line.replace('charter.md', 'charta.md')),
  'a stakeholder that is unknown': on('sigs.yaml', /^ {2}- (?:Build|Networking)/, (line) =>
    line.replace(/- .*/, '- Config'),
  ),
  'a stakeholder misspelt': on('sigs.yaml', /^ {2}- Networking/, (line) => line.replace('Networking', 'Netwroking')),
  'a company spelled two ways in YAML': on('sigs.yaml', /company: Squid Labs/, (line) => line.replace('Labs', 'LABS')),
  'a generated list that lacks a group': has('sig-list.md', (files, pick, path) => {
    const index = pickLine(files, path, /^\|\[(?:Build|Release|Storage)/, pick);
    return removeLines(files, path, index, 1, ['|[Build]', '|[Documentation]']);
  }),
  'a generated list changed by hand': on('sig-list.md', /octo-[b-m][a-z]+\)/, (line) =>
    line.replace(/octo-[b-m][a-z]+\)/, 'octo-user-9)'),
  ),
};
