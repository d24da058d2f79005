import { type ZodType, z } from 'zod';

/** A section may also stand there empty, as it does when all its lines are commented out. */
export const section = <Shape extends Record<string, ZodType>>(description: string, shape: Shape) => {
  const settings = z.strictObject(shape);
  return settings
    .nullish()
    .transform((value) => value ?? settings.parse({}))
    .meta({ description });
};

export const name = z.string().min(1).max(200);

export const login = z
  .string()
  .regex(/^@?[\w-]{1,100}(?:\[bot\])?$/, 'a login such as `octo-lead-1` or `octo-app[bot]`')
  .transform((text) => text.replace(/^@/, ''));

/** One may stand alone, without the list. */
export const oneOrMore = <Schema extends ZodType<string>>(schema: Schema, words: string) =>
  z
    .union([schema, z.array(schema).max(100)], { error: `${words}, or a list of such` })
    .transform((value) => [value].flat() as string[]);
