import { median } from './median.js';
import { repository } from './seed.js';

const [groups, rounds] = [50, 5];

/** Milliseconds that the effect of a charter change takes once all is read: a fifth of fifty groups changes. */
export async function impactTime(issues) {
  const { readEffect } = await import('../dist/engine/governance-effect.js');
  const labels = Array.from({ length: groups }, (_, index) => `area/group-${index}`);
  const labelled = Array.from({ length: issues }, (_, index) => ({
    number: index + 1,
    labels: [labels[index % groups], labels[(index * 7) % groups], 'P1'],
  }));
  const index = {
    labelledIssues: async () => labelled,
    labels: async () => [...labels, 'P1'],
    milestones: async () => [],
  };
  const sources = { repository, before: documents(nameOf), after: documents(nameAfter), index };
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const effect = await readEffect(sources);
    times.push(performance.now() - start);
    if (!effect.known || effect.value.impact.moves.length === 0) throw new Error('the change moved nothing');
  }
  return median(times.slice(1));
}

const nameOf = (index) => `Group ${index}`;

/** One of ten is called otherwise, one of ten is gone. */
function nameAfter(index) {
  if (index % 10 === 3) return null;
  return index % 10 === 7 ? `Crew ${index}` : nameOf(index);
}

function documents(name) {
  const names = Array.from({ length: groups }, (_, index) => name(index)).filter((each) => each !== null);
  const texts = {
    '.github/remit.yml': 'charter:\n  documents: [WORKING-GROUPS.md]\n  label: area/{group}\n',
    'WORKING-GROUPS.md': `# Working groups

| Group | Forum | Description |
|-------|-------|-------------|
${names.map((each) => `| ${each} | [Forum](https://forum.example.org/c/octo) | Work |`).join('\n')}

## Leads

| &nbsp; | Name | Company | Groups |
|--------|------|---------|--------|
${names.map((each, index) => `| &nbsp; | [Octo Lead ${index}](https://github.com/octo-lead-${index}) | Octo Inc | ${each} |`).join('\n')}
`,
  };
  return {
    readFiles: async (_, paths) =>
      paths.map((path) => (texts[path] ? { path, blob: texts[path], commit: null, text: texts[path] } : null)),
  };
}
