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
