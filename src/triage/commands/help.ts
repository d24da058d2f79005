import { quote } from '../../text/escape.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command } from '../command.ts';
import { printCommand, printCommandTable } from '../command-table.ts';
import { refuse, say } from '../outcome.ts';

export default {
  usage: ['/help', '/help <command>'],
  summary: 'Lists the commands, or says more of one',
  why: 'Nobody has to leave the issue to find out what can be said on it.',
  who: ['anyone'],
  obey({ argument, served }) {
    if (argument === '') return say(...printCommandTable(served));
    const name = argument.toLowerCase().replace(/^\/?(?:remove-)?/, '');
    const found = served.find((each) => each.name === name);
    if (found) return say(...printCommand(found));
    const expected = nearest(
      name,
      served.map((each) => each.name),
    ).map((each) => `/help ${each}`);
    return refuse(`there is no command ${quote(argument)}`, { expected });
  },
  prow: {
    command: '/help, /remove-help',
    difference: 'It lists the commands; in Prow it sets the label `help wanted`, which here is `/label help wanted`',
  },
  examples: [
    {
      name: 'all commands',
      comment: '/help',
      says: ['| `/milestone <title>`', 'leads of an owning group or the triage role'],
    },
    { name: 'one command', comment: '/help milestone', says: ['`/milestone clear`'] },
    {
      name: 'a command that there is not',
      comment: '/help milestnoe',
      refused: 'there is no command “milestnoe”',
      expected: ['/help milestone'],
    },
  ],
} satisfies Command;
