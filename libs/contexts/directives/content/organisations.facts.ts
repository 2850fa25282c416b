import { organisationStream } from '#contexts/parties';
import type { Id, StateReader } from '#kernel';
import type { Organisations } from './recipients.js';

/** Reads these bodies as they are registered. */
export const readOrganisations = async (
  source: StateReader,
  ids: readonly Id<'organisation'>[],
): Promise<Organisations> =>
  new Map(await Promise.all(ids.map(async (id) => [id, await source.state(organisationStream, id)] as const)));
