import { parseCommands } from '../dist/text/commands/parse-commands.js';
import { median } from './median.js';

/** Comments a second, and how much longer a comment of twice the size may take. */
const goals = { comments: 20_000, growth: 2.5 };
const [rounds, perRound] = [9, 5000];
const largest = 65_536;
/** Milliseconds: below this a doubling is more the clock's doing than ours. */
const noise = 0.5;

const families = ['area', 'committee', 'kind', 'language', 'sig', 'wg', 'label', 'priority', 'lifecycle'];

/**
 * How fast commands are read: comments of 500 characters on one core, beside the one pattern by which Prow finds labels
 * (it finds nothing else, and finds them in code and quotes, too); and how the time grows up to GitHub's longest
 * comment, of those that are written to keep a reader busy.
 */
export default function measure() {
  const comments = Array.from({ length: perRound }, (_, number) => aComment(number));
  const ours = rate(() => comments.reduce((sum, text) => sum + parseCommands(text, { families }).commands.length, 0));
  const theirs = rate(() => comments.reduce((sum, text) => sum + labelsAsProw(text).length, 0));
  return [
    {
      figure: 'commands: comments of 500 characters read/s',
      ours: Math.round(ours).toLocaleString('en'),
      theirs: `${Math.round(theirs).toLocaleString('en')} by Prow’s pattern for labels`,
      ratio: ours / theirs,
      goal: `≥ ${goals.comments.toLocaleString('en')}/s`,
      met: ours >= goals.comments,
    },
    ...Object.entries(hostile).map(growth),
  ];
}

/** Prose, logs, quotes and lists as people write them; every second comment has commands. */
function aComment(number) {
  const parts = [
    `Thanks for the report. I can see it on version 1.${number % 40}, too, with the configuration from the docs.\n`,
    '> The gateway drops connections after an hour, and nobody knows why.\n\nIt does, but only *behind* a proxy:\n',
    '```\n2026-01-05 gateway: connection reset by peer\n/area networking\nat proxy.go:12\n```\n',
    '- first see `proxy.go`,\n- then [the notes](https://octo.example.org/notes), and @octo-lead-1 may know more.\n',
    number % 2 === 0 ? '/area networking\n/priority P1\n/milestone 1.4\n' : 'I will have a look.\n',
  ];
  const text = parts.join('\n');
  return `${'It is so, and so on. '.repeat(25).slice(0, 498 - text.length)}\n\n${text}`;
}

/** Source: kubernetes-sigs/prow, pkg/plugins/label. */
function labelsAsProw(text) {
  const pattern = /^\/(area|committee|kind|language|priority|sig|triage|wg)\s*(.*?)\s*$/gm;
  return [...text.replace(/<!--(.*?)-->/gs, '').matchAll(pattern)];
}

/** @returns comments a second; the first round warms up and does not count. */
function rate(readAll) {
  const rates = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    readAll();
    return perRound / (process.cpuUsage(start).user / 1e6);
  });
  return median(rates.slice(1));
}

const hostile = {
  commands: '/area docs\n',
  prose: 'The gateway drops connections after an hour, and nobody knows why.\n\n',
  'backticks that open': '/area `\n',
  'comments that open': '/area <!-- \n',
  'quotes in quotes': '> ',
  'lists in lists': '- ',
  blanks: `/area docs${' '.repeat(500)}x\n`,
  'rows of a table': '/area |\n| - |\n| /area |\n',
  'tags that open': '/area <a b="\n',
};

function growth([name, part]) {
  const filled = (size) => `/area docs\n${part.repeat(Math.ceil(size / part.length)).slice(0, size)}`;
  const [before, last] = [timeOf(filled(largest / 2)), timeOf(filled(largest))];
  const ratio = last / Math.max(before, noise);
  return {
    figure: `commands: growth with ${name}`,
    ours: `${last.toFixed(2)} ms`,
    theirs: `${before.toFixed(2)} ms at half the size`,
    ratio,
    goal: `≤ ${goals.growth}`,
    met: ratio <= goals.growth,
  };
}

/** The processor's time of the best of some rounds, each of several readings: one alone is too short for the clock. */
function timeOf(text) {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let time = 0; time < 20; time++) parseCommands(text, { families });
    return process.cpuUsage(start).user / 20_000;
  });
  return Math.min(...times);
}
