import { brokenPromise } from '../link-promises.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Every link goes where its text says',
  why: 'A copied link whose text alone was changed takes people to another meeting, document, channel or team, and looks right to everyone who edits the document.',
  severity: 'warning',
  check({ document }, report) {
    for (const link of document.links) {
      const message = link.bare ? null : brokenPromise(link);
      if (message) report(link.at, message);
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
      name: 'the mail address of others',
      document: '[docs@example.com](mailto:security@example.com)\n',
      findings: [{ line: 1, columns: [1, 48], message: '“docs@example.com” writes to “security@example.com”' }],
    },
  ],
} satisfies Rule;
