/** A team of an organisation, both as GitHub writes them in addresses and mentions. */
export interface TeamName {
  organisation: string;
  slug: string;
}

/** @returns the team whose page the address is; `null` where it is none. In small letters, as GitHub compares them. */
export function teamOfUrl(url: string): TeamName | null {
  const match = /^https?:\/\/(?:www\.)?github\.com\/orgs\/([\w.-]+)\/teams\/([\w.-]+)/i.exec(url);
  return match?.[1] && match[2] ? { organisation: match[1].toLowerCase(), slug: match[2].toLowerCase() } : null;
}
