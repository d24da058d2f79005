import type { GraphQLError } from 'graphql';
import { Refusal } from '../refusal.ts';

/** An error as GitHub's GraphQL endpoint writes it: its type stands beside its path and message. */
export function printError(error: GraphQLError): Record<string, unknown> {
  const { path, locations, message, originalError } = error;
  const variable = /^Variable "\$(\w+)"/.exec(message);
  if (!path && !originalError && variable?.[1]) return printVariableError(error, variable[1]);
  const type = originalError instanceof Refusal ? { type: originalError.type } : {};
  const extensions = type.type === 'FORBIDDEN' ? { extensions: { saml_failure: false } } : {};
  const place = { ...(path ? { path } : {}), ...extensions, ...(locations ? { locations } : {}) };
  return { ...type, ...place, message: messageOf(error) };
}

/** What is no GraphQL at all. GitHub names the token that it met, in the words of graphql-ruby. */
export function printSyntaxError({ message, locations }: GraphQLError): Record<string, unknown> {
  const [, found = ''] = /(?:, found|Unexpected) (.+?)\.?$/.exec(message) ?? [];
  const [place] = locations ?? [];
  if (!place || found === '<EOF>') return { message: 'Unexpected end of document', locations: [] };
  const [, expected] = /Expected (.+?), found/.exec(message) ?? [];
  const { name, text } = tokenOf(found);
  const actual = `${name} ("${text}") at [${place.line}, ${place.column}]`;
  return {
    message: expected
      ? `Expected ${expected === 'Name' ? 'NAME' : tokenOf(expected).name}, actual: ${actual}`
      : `Parse error on "${text}" (${name}) at [${place.line}, ${place.column}]`,
    locations: [place],
  };
}

const tokens: Record<string, string> = {
  '{': 'LCURLY',
  '}': 'RCURLY',
  '(': 'LPAREN',
  ')': 'RPAREN',
  '[': 'LBRACKET',
  ']': 'RBRACKET',
  ':': 'COLON',
  $: 'VAR_SIGN',
  '=': 'EQUALS',
  '!': 'BANG',
  '|': 'PIPE',
  '...': 'ELLIPSIS',
  '@': 'DIR_SIGN',
  '&': 'AMP',
  Name: 'IDENTIFIER',
};

/** graphql-js writes a mark as `"{"` and anything else as its kind with its text: `Name "issue"`. */
function tokenOf(described: string): { name: string; text: string } {
  const [, kind = '', text = described] = /^(?:(\w+) ?)?(?:"(.*)")?$/s.exec(described) ?? [];
  return { name: tokens[kind || text] ?? (kind || 'UNKNOWN_CHAR').toUpperCase(), text };
}

function printVariableError({ message, locations }: GraphQLError, name: string): Record<string, unknown> {
  const [, type = ''] = /of (?:required|non-null) type "([^"]+)"/.exec(message) ?? /type "([^"]+)"/.exec(message) ?? [];
  const isMissing = /was not provided|must not be null/.test(message);
  const explanation = isMissing ? 'Expected value to not be null' : message.slice(message.indexOf(';') + 1).trim();
  return {
    extensions: { value: null, problems: [{ path: [], explanation }] },
    ...(locations ? { locations } : {}),
    message: `Variable $${name}${type ? ` of type ${type}` : ''} was provided invalid value`,
  };
}

function messageOf({ originalError, message }: GraphQLError): string {
  if (!(originalError instanceof Refusal) || !originalError.errors?.length) return message;
  const details = originalError.errors.map((each) => each.message ?? `${each.field} ${each.code.replaceAll('_', ' ')}`);
  return details.map((detail) => detail.charAt(0).toUpperCase() + detail.slice(1)).join(', ');
}
