import type { DocumentLink, MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { withTarget } from '../fragments.ts';
import { isMailAddress, lacksScheme, mendedScheme, nearlyKnownHost } from '../hosts.ts';
import { readWebAddress } from '../link-kinds.ts';
import type { Details, Rule } from '../rule.ts';

export default {
  summary: 'Every link has an address that leads somewhere',
  why: 'GitHub takes an address without a scheme for the path of a file, and a link without an address for this page. A slip in the name of a host may lead to whoever registered it.',
  severity: 'error',
  check({ document, charter }, report) {
    const profiles = new Set(charter.leads.map((lead) => lead.profile?.at.offset));
    for (const link of document.links) {
      // A lead's profile is told of by the rule for leads, which knows what it should be.
      if (link.bare || profiles.has(link.at.offset)) continue;
      const problem = problemOf(link, document);
      if (problem) report(link.at, problem.message, problem.details);
    }
  },
  examples: [
    {
      name: 'addresses, paths, fragments and a mail address',
      document:
        '[a](https://example.org/x), [b](CONTRIBUTING.md), [c](#leads), [d](mailto:octo@example.org), [e](../..), [f](https://docs.github.com)\n',
      findings: [],
    },
    {
      name: 'no address',
      document: 'Join the [video call]().\n',
      findings: [{ line: 1, columns: [10, 24], message: '“video call” is a link without an address' }],
    },
    {
      name: 'no scheme',
      document: 'Join the [call](meet.example.com/abc).\n',
      findings: [
        {
          line: 1,
          columns: [10, 38],
          message: '“meet.example.com/abc” has no scheme, so that GitHub takes it for the path of a file',
          fix: '[call](https://meet.example.com/abc)',
        },
      ],
    },
    {
      name: 'a mail address without its scheme',
      document: 'Write [to us](octo@example.com).\n',
      findings: [
        {
          line: 1,
          columns: [7, 32],
          message:
            '“octo@example.com” is a mail address without `mailto:`, so that GitHub takes it for the path of a file',
          fix: '[to us](mailto:octo@example.com)',
        },
      ],
    },
    {
      name: 'a scheme with a letter too few',
      document: 'Read [the notes](htps://example.com/notes).\n',
      findings: [
        {
          line: 1,
          columns: [6, 43],
          message: '“htps://example.com/notes” does not begin as an address does',
          expected: ['https://example.com/notes'],
        },
      ],
    },
    {
      name: 'a slip in the name of a host',
      document: 'See [the repository](https://githun.com/octo/octo).\n',
      findings: [
        {
          line: 1,
          columns: [5, 51],
          message: '“githun.com” is nearly, and not quite, a host that is known',
          expected: ['github.com'],
        },
      ],
    },
  ],
} satisfies Rule;

function problemOf(link: DocumentLink, document: MarkdownDocument): { message: string; details?: Details } | null {
  const { text, url } = link;
  if (url === '') return { message: `${quote(text)} is a link without an address` };
  if (isMailAddress(url)) {
    const message = `${quote(url)} is a mail address without \`mailto:\`, so that GitHub takes it for the path of a file`;
    return { message, details: fixOf(link, `mailto:${url}`, document) };
  }
  if (lacksScheme(url)) {
    const message = `${quote(url)} has no scheme, so that GitHub takes it for the path of a file`;
    return { message, details: fixOf(link, `https://${url}`, document) };
  }
  const mended = mendedScheme(url);
  if (mended) {
    return { message: `${quote(url)} does not begin as an address does`, details: { expected: [mended] } };
  }
  const host = readWebAddress(url)?.host;
  const meant = host === undefined ? null : nearlyKnownHost(host);
  if (!meant) return null;
  return {
    message: `${quote(host ?? '')} is nearly, and not quite, a host that is known`,
    details: { expected: [meant] },
  };
}

function fixOf(link: DocumentLink, url: string, document: MarkdownDocument): Details {
  const text = withTarget(link, url, document);
  return text === null ? { expected: [url] } : { fix: { at: link.at, text } };
}
