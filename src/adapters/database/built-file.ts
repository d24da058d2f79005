/** Neither a thread nor a process can load TypeScript: from the sources, the build's file is taken. */
export const builtFile = (name: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`../../../dist/adapters/database/${name}`, import.meta.url)
    : new URL(`./${name}`, import.meta.url);
