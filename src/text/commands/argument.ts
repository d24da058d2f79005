import type { WrittenCommand } from '../../model/commands.ts';
import { trimmed } from './words.ts';

/** @returns all that stands behind a command's name, as it was typed. */
export const argumentOf = ({ text }: WrittenCommand): string => trimmed(text.replace(/^\S+/, ''));
