import type { Ask, Id, Policy, Rights } from '#kernel';
import { organisation } from '../organisation/organisation.decider.js';
import type { OrganisationEvent } from '../organisation/organisation.events.js';
import type { OrganisationState } from '../organisation/organisation.state.js';
import { person } from '../person/person.decider.js';
import type { PersonEvent } from '../person/person.events.js';
import type { PersonState } from '../person/person.state.js';
import { beginning, type BeginningCommand } from './beginning.decider.js';
import { beginningOf } from './beginning.state.js';

const note = (by: Id, on: Id): readonly Ask<BeginningCommand>[] => [
  { decider: beginning, stream: beginningOf(on), command: { type: 'NoteDependant', data: { by, on } } },
];

const rights: Rights = {
  NoteDependant: { rule: 'W1', because: 'a beginning is not corrected past what rests on it; a note that nobody sees' },
};

/** Who comes to hold a post rests on the founding of its body. */
export const appointmentsAreNoted: Policy<PersonEvent, PersonState> = {
  name: 'appointments_are_noted',
  of: person,
  asks: [beginning],
  rights,
  on: { PostHeld: ({ orgId }, _, { stream }) => note(stream, orgId) },
};

/** A body rests on the beginning of the place in which it stands. */
export const bodiesAreNoted: Policy<OrganisationEvent, OrganisationState> = {
  name: 'bodies_are_noted',
  of: organisation,
  asks: [beginning],
  rights,
  on: { OrgCreated: ({ territoryId }, _, { stream }) => note(stream, territoryId) },
};
