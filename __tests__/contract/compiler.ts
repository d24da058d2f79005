import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { formats } from './formats.ts';

export type Schema = Record<string, unknown>;
export type Compile = (schema: Schema) => ValidateFunction;

const mostLines = 8;

/** Compiles each schema when it is first needed; its references point into the definitions, wherever it stands itself. */
export function compilerOf(definitions: Record<string, Schema>, { coerceTypes }: { coerceTypes?: true } = {}): Compile {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    formats: { ...formats, int64: true },
    ...(coerceTypes ? { coerceTypes } : {}),
  });
  ajv.addSchema({ $id: 'https://emulated.example/', definitions });
  const compiled = new Map<Schema, ValidateFunction>();
  const references = new Map<unknown, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema) ?? references.get(schema.$ref);
    if (known) return known;
    const made = ajv.compile(withBase(schema));
    compiled.set(schema, made);
    if (schema.$ref) references.set(schema.$ref, made);
    return made;
  };
}

function withBase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"https://emulated.example/#/'));
}

/** @returns a line for each thing that is wrong, with the path to it. */
export function errorsIn(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  const lines = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').map(describeError);
  const all = [...new Set(lines)];
  return all.length > mostLines ? [...all.slice(0, mostLines), `and ${all.length - mostLines} more`] : all;
}

function describeError({ instancePath, message, params }: ErrorObject): string {
  const choices = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return `${instancePath || '/'} ${message}${choices}`;
}
