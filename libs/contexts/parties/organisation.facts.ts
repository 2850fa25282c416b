import type { StateReader } from '#kernel';
import { organisation, type OrganisationCommand, type OrganisationFacts } from './organisation.decider.js';
import { territory } from './territory.decider.js';

/** Reads where a new organisation is to stand; the other commands need to know nothing more. */
export const aroundOrganisation = async (
  source: StateReader,
  command: OrganisationCommand,
): Promise<OrganisationFacts | undefined> => {
  if (command.type !== 'CreateOrganisation') return undefined;
  const { territoryId, parentId } = command.data;
  const place = await source.state(territory, territoryId);
  return parentId ? { territory: place, parent: await source.state(organisation, parentId) } : { territory: place };
};
