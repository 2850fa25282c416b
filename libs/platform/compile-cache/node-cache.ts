import Module from 'node:module';

/** What Node 22 and later have of their own; the types are those of Node 20. */
interface Caching {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

/** What keeps compiled code between starts. Call `save` once, when the program is up. */
export interface SavedOnce {
  save(): Promise<void>;
}

/** Node's own cache of compiled code, in a folder; undefined where Node has none that can be written before it ends. */
export const nodeCache = (folder: string): SavedOnce | undefined => {
  const caching: Caching = Module as Caching;
  if (!caching.enableCompileCache || !caching.flushCompileCache) return undefined;
  caching.enableCompileCache(folder);
  return { save: () => Promise.resolve(caching.flushCompileCache?.()) };
};
