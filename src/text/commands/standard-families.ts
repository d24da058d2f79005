/** The families of labels that have commands where the configuration says nothing: those that Prow has. */
export const standardFamilies: Readonly<Record<string, string>> = Object.fromEntries(
  ['area', 'committee', 'kind', 'language', 'sig', 'wg'].map((family) => [family, `${family}/*`]),
);
