import type { DocumentLink } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { isOfKind, linkKinds, readWebAddress } from '../link-kinds.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Two channels have two addresses',
  why: 'Who copied the link of another group’s channel sends everybody who asks there to people who can’t answer.',
  severity: 'warning',
  check({ document }, report) {
    const first = new Map<string, DocumentLink>();
    for (const link of document.links) {
      if (!/^#[\p{L}\p{N}_.-]+$/u.test(link.text) || !isChannel(link.url)) continue;
      const before = first.get(link.url);
      if (!before) {
        first.set(link.url, link);
      } else if (before.text.toLowerCase() !== link.text.toLowerCase()) {
        report(link.at, `${quote(link.text)} has the address of ${quote(before.text)}`, {
          related: [{ at: before.at, message: `${quote(before.text)} has the same address` }],
        });
      }
    }
  },
  examples: [
    {
      name: 'an address each, and one channel twice',
      document:
        '[#docs](https://octo.slack.com/archives/C1) [#net](https://octo.slack.com/archives/C2) [#docs](https://octo.slack.com/archives/C1)\n',
      findings: [],
    },
    {
      name: 'a copied address below another name',
      document: '[#docs](https://octo.slack.com/archives/C1) [#net](https://octo.slack.com/archives/C1)\n',
      findings: [{ line: 1, columns: [45, 87], message: '“#net” has the address of “#docs”' }],
    },
  ],
} satisfies Rule;

const slack = linkKinds.find(({ name }) => name === 'Slack');

/** The start page is no channel; a project may have its own address of the workspace. */
function isChannel(url: string): boolean {
  const address = readWebAddress(url);
  if (!address || !slack) return false;
  const isSlack = isOfKind(address.host, slack) || address.host.startsWith('slack.');
  return isSlack && /\/(?:archives|messages|channels|client|app_redirect)\b/.test(address.path);
}
