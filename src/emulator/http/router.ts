import type { Handle, Routes } from './call.ts';

export interface Match {
  /** The route as it is written in the table of routes. */
  route: string;
  handle: Handle;
  params: Record<string, string>;
}

interface Compiled {
  route: string;
  method: string;
  pattern: RegExp;
  names: string[];
  handle: Handle;
}

/** Finds the handler of a request; what a route names in braces comes decoded. */
export function createRouter(routes: Routes): (method: string, path: string) => Match | null {
  const byMethod = new Map<string, Compiled[]>();
  for (const [route, handle] of Object.entries(routes)) {
    const compiled = compile(route, handle);
    byMethod.set(compiled.method, [...(byMethod.get(compiled.method) ?? []), compiled]);
  }
  return (method, path) => {
    for (const { route, pattern, names, handle } of byMethod.get(method) ?? []) {
      const found = pattern.exec(path);
      if (!found) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? '')]));
      return { route, handle, params };
    }
    return null;
  };
}

function compile(route: string, handle: Handle): Compiled {
  const [method = '', path = ''] = route.split(' ');
  const names = [...path.matchAll(/\{\+?(\w+)\}/g)].map((match) => match[1] ?? '');
  const source = path.replace(/\{(\+?)\w+\}/g, (_, rest: string) => (rest ? '(.*)' : '([^/]+)'));
  return { route, method, pattern: new RegExp(`^${source}/?$`), names, handle };
}

/** Percent-decoding that leaves alone what cannot be decoded. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
