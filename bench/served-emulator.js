import { parseArgs } from 'node:util';
import { startEmulator } from '../dist/emulator/emulator.js';
import { person, seed } from './seed.js';

/** The emulated GitHub as a child process with so many issues, which says where it is and what memory they take. */
const { values } = parseArgs({
  options: { issues: { type: 'string', default: '50' }, unlimited: { type: 'boolean', default: false } },
});

const [repository] = seed.repositories;
const issues = Array.from({ length: Number(values.issues) }, (_, index) => ({
  title: `Issue ${index + 1}`,
  body: `What happens in ${index + 1}, and what should. `.repeat(10),
  labels: ['area/networking', 'P1'],
  milestone: '1.4',
  assignees: [person],
  comments: [{ body: `A word about ${index + 1}` }],
}));
globalThis.gc?.();
const before = process.memoryUsage().rss;
const begun = performance.now();
// More than an hour's points are needed to read what is measured here.
const points = { core: 1e9, graphql: 1e9, restPointsPerMinute: 1e9, graphqlPointsPerMinute: 1e9 };
const github = await startEmulator({
  seed: { ...seed, repositories: [{ ...repository, issues }] },
  ...(values.unlimited ? { limits: points } : {}),
});
const started = performance.now() - begun;
issues.length = 0;
globalThis.gc?.();
const { rss } = process.memoryUsage();
const { apiUrl, graphqlUrl } = github;
process.send({
  apiUrl,
  graphqlUrl,
  token: github.as(person).token,
  started,
  megabytes: rss / 2 ** 20,
  before: before / 2 ** 20,
});

/** Whoever asks is told what was asked of it so far. */
process.on('message', () => {
  const isWrite = ({ kind, method, path }) => kind === 'mutation' || (method !== 'GET' && !/graphql/.test(path));
  const writes = github.requests.filter(isWrite).length;
  process.send({ writes, reads: github.requests.length - writes });
});
