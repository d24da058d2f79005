import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { brokenPromise } from '../link-promises.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Every link goes where its text says',
  why: 'A copied link whose text alone was changed takes people to another meeting, document, channel or team, and looks right to everyone who edits the document.',
  severity: 'warning',
  check({ document, charter }, report) {
    for (const link of document.links) {
      const message = link.bare ? null : brokenPromise(link);
      if (message) report(link.at, message);
    }
    for (const { name, links } of charter.groups.flatMap((group) => group.artifacts)) {
      const documents = /\bfolders?\b/i.test(name) ? links.filter(({ url }) => isGoogleDocument(url)) : [];
      for (const { text, at } of documents) {
        report(at, `${quote(text)} stands for a folder (${quote(name)}) and goes to a document`);
      }
    }
  },
  examples: [
    {
      name: 'texts that promise nothing, or what is there',
      document:
        '[Notes](https://docs.google.com/document/d/1), [Folder](https://drive.google.com/drive/1), [WebEx](https://octo.webex.com/meet/1), [#docs](https://octo.slack.com/messages/C1)\n',
      findings: [],
    },
    {
      name: 'a short link of the project, which may lead to the right page',
      document: '[Zoom](https://meet.example.org/docs) and [#docs](https://slack.example.org/docs)\n',
      findings: [],
    },
    {
      name: 'a meeting that is a document',
      document: 'Join the [Hangouts Meet](https://docs.google.com/document/d/1/edit).\n',
      findings: [
        { line: 1, columns: [10, 68], message: '“Hangouts Meet” goes to a Google document, not to a Google Meet call' },
      ],
    },
    {
      name: 'a channel that is no channel',
      document: '[#docs](https://octo.slack.com/)\n',
      findings: [{ line: 1, columns: [1, 33], message: '“#docs” goes to the start page of Slack, not to the channel' }],
    },
    {
      name: 'the link of another team',
      document: '[@octo/docs](https://github.com/orgs/octo/teams/networking)\n',
      findings: [{ line: 1, columns: [1, 60], message: '“@octo/docs” goes to the team “@octo/networking”' }],
    },
    {
      name: 'a folder that is a document',
      document: aDocument(
        '| Group | Doc Folder |',
        '| --- | --- |',
        '| Docs | [Folder](https://drive.google.com/drive/folders/1) |',
        '| Security | [Folder](https://docs.google.com/document/d/2) |',
      ),
      findings: [
        { line: 4, columns: [14, 60], message: '“Folder” stands for a folder (“Doc Folder”) and goes to a document' },
      ],
    },
    {
      name: 'the mail address of others',
      document: '[docs@example.com](mailto:security@example.com)\n',
      findings: [{ line: 1, columns: [1, 48], message: '“docs@example.com” writes to “security@example.com”' }],
    },
  ],
} satisfies Rule;

const isGoogleDocument = (url: string): boolean => /^https?:\/\/docs\.google\.com\/document\//i.test(url);
