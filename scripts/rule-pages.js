import { findingsOf } from '../dist/governance/lint.js';
import { treeOf } from '../dist/model/tree.js';
import { fence, printOptions } from './markdown-parts.js';

/** A table of all rules, each with its page. */
export function printRuleList(rules) {
  const rows = Object.entries(rules).map(([id, rule]) => {
    const fixable = isFixable(rule) ? 'yes' : '';
    return `| [${id}](rules/${id}.md) | ${rule.severity} | ${fixable} | ${inCell(rule.summary)} |`;
  });
  return ['| rule | severity | fixable | holds where all is well |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What a rule asks for and why, how it is silenced, and each of its examples with what is found and what a fix makes. */
export function printRulePage(id, rule) {
  const fixable = isFixable(rule) ? ', fixable with `remit check --fix`' : '';
  const options = rule.options ? printOptions(rule.options) : '';
  return [
    `# ${id}`,
    `${rule.summary}. *${rule.severity}*${fixable}`,
    rule.why,
    ...(options ? ['## Options', 'They stand below the rule’s name in `.github/remit.yml`.', options] : []),
    '## To switch it off',
    `For the project, in \`.github/remit.yml\` (or give it another severity: \`error\`, \`warning\` or \`info\`):`,
    `\`\`\`yaml\ncheck:\n  rules:\n    ${id}: off\n\`\`\``,
    `For one line, with a comment on the line above; for a document, with one anywhere in it:`,
    `\`\`\`markdown\n<!-- remit-disable-next-line ${id} -->\n<!-- remit-disable ${id} -->\n\`\`\``,
    '## Examples',
    ...rule.examples.flatMap((example) => printExample(id, example)),
    '[All rules](../rules.md)',
  ].join('\n\n');
}

const isFixable = ({ examples }) =>
  examples.some(({ findings }) => findings.some(({ fix }) => fix !== undefined && fix !== null));

const inCell = (text) => text.replaceAll('|', '\\|');

function printExample(id, example) {
  const { name, document, path, files = {}, options, onGitHub, policy, findings } = example;
  const lines = findings.map(({ path: other, line, message, expected = [] }) => {
    const hint = expected.length > 0 ? ` (expected: ${expected.map((each) => `“${each}”`).join(', ')})` : '';
    return `- ${other ? `\`${other}\`, ` : ''}line ${line}: ${message}${hint}`;
  });
  const change = findings.some(({ fix }) => fix !== undefined) ? printChange(id, example) : '';
  return [
    `### ${findings.length === 0 ? '✓' : '✗'} ${name}`,
    ...(path ? [`In \`${path}\`:`] : []),
    fence(document, path?.split('.').at(-1)),
    ...(options ? [`With the options \`${JSON.stringify(options)}\`:`] : []),
    ...(policy ? [`With \`charter\` in the configuration: \`${JSON.stringify(policy)}\``] : []),
    ...(onGitHub ? [`On GitHub: ${printKnown(onGitHub)}`] : []),
    ...Object.entries(files).flatMap(([path, text]) => [`With \`${path}\`:`, fence(text, path.split('.').at(-1))]),
    lines.join('\n'),
    ...(change ? ['A fix makes of it:', change] : []),
  ].filter(Boolean);
}

/** The lines that the fixes change, before and after. */
function printChange(id, { document, path = 'WORKING-GROUPS.md', files, options }) {
  const others = Object.entries(files ?? {}).map(([other, text]) => ({ path: other, text }));
  const tree = files ? treeOf([path, ...Object.keys(files)]) : null;
  const findings = findingsOf(id, [{ path, text: document }, ...others], { tree, options });
  const fixes = findings.flatMap(({ at, fix }) => (fix && at.path === path ? [fix] : []));
  const mended = fixes
    .toSorted((one, other) => other.at.offset - one.at.offset)
    .reduce((text, { at, text: put }) => text.slice(0, at.offset) + put + text.slice(at.endOffset), document);
  const [before, after] = [document.split('\n'), mended.split('\n')];
  const same = (one, other) => one !== undefined && one === other;
  let start = 0;
  while (same(before[start], after[start])) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && same(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const lines = [
    ...before.slice(start, before.length - end).map((line) => `-${line}`),
    ...after.slice(start, after.length - end).map((line) => `+${line}`),
  ];
  return lines.length === 0 ? '' : fence(lines.join('\n'), 'diff');
}

/** What GitHub says in an example, the part that is known and not empty. */
function printKnown(onGitHub) {
  const parts = Object.entries(onGitHub).map(([part, known]) => {
    if (!known.known) return '';
    const value = known.value instanceof Map ? Object.fromEntries(known.value) : known.value;
    const shown = value instanceof Set ? [...value] : value;
    return Object.keys(shown).length === 0 ? '' : `${part} \`${JSON.stringify(shown)}\``;
  });
  return parts.filter(Boolean).join('; ') || 'nothing';
}
