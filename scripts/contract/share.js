const smallest = 250;

/**
 * Gives every schema that is written out in several places one definition, since GitHub's description of webhooks
 * writes out the whole issue for each thing that can happen to it.
 *
 * @param parts sections of schemas by name; `definitions` among them gets the new ones, `shared-1` and so on
 */
export function share(parts) {
  const counts = new Map();
  visit(parts, (text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  const names = new Map();
  const shared = {};
  const fold = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(fold);
    const folded = () => Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fold(each)]));
    const text = JSON.stringify(value);
    if (!isWorthSharing(value, text) || counts.get(text) < 2) return folded();
    if (!names.has(text)) {
      const name = `shared-${names.size + 1}`;
      names.set(text, name);
      shared[name] = folded();
    }
    return { $ref: `#/definitions/${names.get(text)}` };
  };
  const sections = Object.entries(parts).map(([section, entries]) => [section, foldInside(entries, fold)]);
  const { definitions, ...rest } = Object.fromEntries(sections);
  return { ...rest, definitions: { ...definitions, ...shared } };
}

/** What has a name already keeps it. */
function foldInside(entries, fold) {
  const inside = (entry) => Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, fold(value)]));
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, inside(entry)]));
}

function visit(value, tell) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    const text = JSON.stringify(value);
    if (isWorthSharing(value, text)) tell(text);
  }
  for (const each of Object.values(value)) visit(each, tell);
}

function isWorthSharing(value, text) {
  return 'type' in value && typeof value.properties === 'object' && text.length >= smallest;
}
