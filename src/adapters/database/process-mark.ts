import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process as another one can recognise it. */
export interface ProcessMark {
  pid: number;
  /** Where the number counts: two containers each have a process 1, and a number begins anew when the machine does. */
  space: string;
  /** When it was started, by the kernel: a number is given again; `null` where the system doesn't tell. */
  started: string | null;
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, space: ownSpace(), started: startOf(process.pid) };
}

/** Whether the process is there; `null` where it can't be seen from here, as in another container. */
export function isAlive({ pid, space, started }: ProcessMark): boolean | null {
  if (space !== ownSpace()) return null;
  if (started !== null) return startOf(pid) === started;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Source: proc(5), random/boot_id; namespaces(7). */
function ownSpace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Source: proc(5), /proc/pid/stat, the 22nd field; the second is in parentheses and may hold anything. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
