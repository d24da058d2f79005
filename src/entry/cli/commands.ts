import { commandListJson } from '../../triage/commands-json.ts';
import { type ExitCode, type Io, paint } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';

/** `remit commands`: what can be said in a comment here, as `/help` answers it. */
export function commands(options: { json?: boolean; config: string }, io: Io): ExitCode {
  const list = commandListJson(loadPolicy({ root: io.cwd, path: options.config }));
  if (!list.enabled) io.err('commands are switched off in the configuration\n');
  const { bold } = paint(io);
  const printed = list.commands.map(({ usage, does, who }) => {
    return `${usage.map((each) => `${bold(each)}\n`).join('')}    ${does}\n    who may: ${who}\n`;
  });
  io.out(options.json ? `${JSON.stringify(list, null, 2)}\n` : printed.join('\n'));
  return 0;
}
