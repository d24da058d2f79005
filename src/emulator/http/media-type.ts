/**
 * What a client asks for in `Accept` besides plain JSON: `raw` in `application/vnd.github.raw+json`. Of several it is
 * the first; null where there is none. Source: GitHub docs, REST API, Getting started, Media types.
 */
export function mediaParameter({ accept = '' }: Record<string, string>): string | null {
  return pattern.exec(accept)?.[1] ?? null;
}

const pattern = /\bapplication\/vnd\.github(?:\.v3)?\.(?!v3\b)([a-z]+)(\+json)?/;

/** The header that tells how an answer was understood. */
export function describeMediaType({ accept = '' }: Record<string, string>): string {
  const [, parameter, json] = pattern.exec(accept) ?? [];
  const format = parameter === undefined || json ? ['format=json'] : [];
  return ['github.v3', ...(parameter === undefined ? [] : [`param=${parameter}`]), ...format].join('; ');
}
