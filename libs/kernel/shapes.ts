import { z } from 'zod';
import { isAnyId, isId, type Id } from './ids.js';
import type { Words } from './vocabulary.js';

/** The shape of an id of this kind, for event schemas. */
export const anId = <K extends string>(kind: K) =>
  z.custom<Id<K>>((value) => isId(kind, value), `an id of ${kind}`).meta({ idOf: kind });

/** The shape of the id of a thing of any kind. */
export const anyId = () => z.custom<Id>(isAnyId, 'an id').meta({ idOf: 'thing' });

/** The shape of an instant as events keep it: ISO 8601, UTC, milliseconds; such instants sort as text. */
export const anInstant = () => z.iso.datetime({ precision: 3 });

/** The shape of a closed territory path; the empty one is the root of everything. */
export const aTerritoryPath = () => z.string().regex(/^([0-9a-f-]{36}\/)*$/);

/** The shape of one word of a vocabulary. */
export const oneOf = <W extends Words>(words: W) =>
  z
    .custom<keyof W & string>(
      (value) => typeof value === 'string' && Object.hasOwn(words, value),
      Object.keys(words).join(' | '),
    )
    .meta({ enum: Object.keys(words) });
