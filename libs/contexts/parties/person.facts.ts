import type { StateReader } from '#kernel';
import { organisation } from './organisation.decider.js';
import type { PersonCommand, PersonFacts } from './person.decider.js';

/** Reads the organisation that a post should stand on; the other commands need to know nothing more. */
export const aroundPerson = async (source: StateReader, command: PersonCommand): Promise<PersonFacts> =>
  command.type === 'HoldPost' ? { organisation: await source.state(organisation, command.data.orgId) } : undefined;
