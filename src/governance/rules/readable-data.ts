import type { Rule } from '../rule.ts';

export default {
  summary: 'Every YAML file can be read',
  why: 'What can’t be read is checked by nobody: a file of teams with a slip in it seems to have no teams.',
  severity: 'error',
  across({ project }, report) {
    for (const { document } of project.files) {
      if (document?.kind !== 'broken') continue;
      for (const { message, at } of document.problems) report(at, message);
    }
  },
  examples: [
    { name: 'a file in order', path: 'org/teams.yaml', document: 'teams: {}\n', findings: [] },
    {
      name: 'a key that stands there twice',
      path: 'org/teams.yaml',
      document: 'teams: {}\nteams: {}\n',
      findings: [{ line: 2, columns: [1, 1], message: 'this key stands here twice; keep one of them' }],
    },
  ],
} satisfies Rule;
