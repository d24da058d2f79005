import type { WrittenCommand } from '../text/commands/parse-commands.ts';
import { trimmed } from '../text/commands/words.ts';

/** @returns all that stands behind a command's name, as it was typed. */
export const argumentOf = ({ text }: WrittenCommand): string => trimmed(text.replace(/^\S+/, ''));
