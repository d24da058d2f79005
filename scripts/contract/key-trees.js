/**
 * The keys of several examples as one tree: each key leads to the keys below it, null where nothing is below. A key that
 * not every example has ends in `?`. Lists are as their entries together.
 */
export function keyTree(examples) {
  const objects = examples.flat(Infinity).filter((each) => typeof each === 'object' && each !== null);
  if (objects.length === 0) return null;
  const keys = [...new Set(objects.flatMap((each) => Object.keys(each)))].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const having = objects.filter((each) => key in each);
      return [having.length === objects.length ? key : `${key}?`, keyTree(having.map((each) => each[key]))];
    }),
  );
}

const smallest = 100;

/** Gives every tree that stands in several places a name, `1` and so on, by which it is named in their stead. */
export function shareTrees(trees) {
  const counts = new Map();
  const count = (tree) => {
    if (tree === null) return;
    const text = JSON.stringify(tree);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const below of Object.values(tree)) count(below);
  };
  for (const tree of Object.values(trees)) count(tree);
  const names = new Map();
  const shared = {};
  const foldKeys = (tree) => Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, fold(below)]));
  const fold = (tree) => {
    if (tree === null) return null;
    const text = JSON.stringify(tree);
    if (text.length < smallest || counts.get(text) < 2) return foldKeys(tree);
    if (!names.has(text)) {
      const name = String(names.size + 1);
      names.set(text, name);
      shared[name] = foldKeys(tree);
    }
    return names.get(text);
  };
  return { events: Object.fromEntries(Object.entries(trees).map(([name, tree]) => [name, foldKeys(tree)])), shared };
}
