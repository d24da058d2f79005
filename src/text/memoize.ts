/**
 * @returns the function, made to work once for each object and forgotten together with it: what a configuration or a
 * charter says is prepared once for all issues. For objects that nobody changes.
 */
export function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
