import { join } from 'node:path';
import type { Catalogue } from '#kernel';
import { projectFiles, root } from './source-files.js';

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'kind' in value && 'facts' in value;

/** Every catalogue of events in the project, found by file name: nobody has to register one. */
export const catalogues = async (): Promise<readonly Catalogue[]> => {
  const modules = await Promise.all(
    projectFiles(/^libs\/.*\.events\.ts$/).map((file) => import(join(root, file)) as Promise<object>),
  );
  const found = modules.flatMap((exported) => Object.values(exported).filter(isCatalogue));
  return [...new Set(found)].sort((a, b) => (a.kind < b.kind ? -1 : 1));
};
