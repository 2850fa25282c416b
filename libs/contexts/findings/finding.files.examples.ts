import type { Id } from '#kernel';
import { at, some, type aFile } from './finding.examples.js';
import type { Files } from './finding.named.js';

type File = ReturnType<typeof aFile>;

/** What somebody says of what happened: of files no more than which. */
type Said<D> = D extends { readonly id: infer I; readonly sha256: string }
  ? I
  : D extends readonly (infer E)[]
    ? Said<E>[]
    : D extends object
      ? { [K in keyof D]: Said<D[K]> }
      : D;

const saidOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(saidOf);
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'sha256' in value) return value.id;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, saidOf(one)]));
};

/** The data of the command that means what the data of an event says. */
export const saying = <D>(data: D): Said<D> =>
  // The same names, with files by their ids.
  saidOf(data) as Said<D>;

/** Files as their own records have them: uploaded for these bodies, and nothing has them yet. */
export const kept = (files: readonly File[], orgId: Id<'organisation'> = some.office, isTaken = false): Files => ({
  now: at,
  named: new Map(
    files.map(({ id, receivedAt: recordedAt, ...file }) => [
      id,
      {
        isTaken,
        state: { is: 'stored', ...file, address: '', keyId: '', uploader: some.inspector, orgId, recordedAt },
      },
    ]),
  ),
});
