import { organisationStream } from '#contexts/parties';
import type { Id, StateReader } from '#kernel';
import { parentIn, type Organisations } from './recipients.js';

/** No order of bodies is deeper. */
const DEEPEST = 12;

/** Reads these bodies, and those above them. */
export const readOrganisationsAndAbove = async (
  source: StateReader,
  ids: readonly Id<'organisation'>[],
): Promise<Organisations> => {
  let known: Organisations = new Map();
  let next = ids;
  for (let level = 0; next.length > 0 && level < DEEPEST; level++) {
    known = new Map([...known, ...(await readOrganisations(source, next))]);
    const parents = next.flatMap((id) => parentIn(known, id) ?? []);
    next = [...new Set(parents)].filter((id) => !known.has(id));
  }
  return known;
};

/** Reads these bodies as they are registered. */
export const readOrganisations = async (
  source: StateReader,
  ids: readonly Id<'organisation'>[],
): Promise<Organisations> =>
  new Map(await Promise.all(ids.map(async (id) => [id, await source.state(organisationStream, id)] as const)));
