import { idOf, isId, uuidOf, type Id, type StateReader, type Stream } from '#kernel';
import { organisationStream, type OrganisationState } from '../organisation/organisation.state.js';
import { personStream, type PersonState } from '../person/person.state.js';
import { beginningEvents, type BeginningEvent } from './beginning.events.js';

/** Who, and which bodies, rest on it. */
export interface Resting {
  readonly is: 'new' | 'noted';
  readonly by: readonly Id[];
}

/**
 * Whose periods rest on the beginning of a body or a place. It stands apart from their own records, which everybody may read and every
 * act has to: nobody sees it, and only a correction of the beginning asks for it.
 */
export const beginningStream: Stream<Resting, BeginningEvent> = {
  kind: 'beginning',
  events: beginningEvents,
  initial: { is: 'new', by: [] },
  seenBy: () => undefined,
  evolve: { DependantNoted: (before, { by }) => ({ is: 'noted', by: [...before.by, by] }) },
};

/** The record beside a body or a place. */
export const beginningOf = (of: Id): Id<'beginning'> => idOf('beginning', uuidOf(of));

/** Something whose period rests on a beginning: when it begins, and whether whoever asks may see it. */
export interface Dependant {
  readonly id: Id;
  readonly from: string;
  readonly isSeen: boolean;
}

/** When the first appointment of a person to a post of this body began. */
const heldSince = (state: PersonState, orgId: Id): string | undefined =>
  state.is === 'new'
    ? undefined
    : state.appointments.flatMap((held) => (held.orgId === orgId ? [held.from] : [])).sort()[0];

/** Since when a body has been in this place, as far as that is stated. */
const stoodSince = (state: OrganisationState, territoryId: Id): string | undefined =>
  state.is !== 'new' && state.territoryId === territoryId ? state.validFrom : undefined;

type Read = StateReader['state'];

/** Since when that rests on a body or a place, as its own record says now; undefined when it does not, or does not say. */
const restingSince = async (read: Read, by: Id, on: Id): Promise<string | undefined> => {
  if (isId('person', by)) return heldSince(await read(personStream, by), on);
  return isId('organisation', by) ? stoodSince(await read(organisationStream, by), on) : undefined;
};

/** Whether the record of somebody, or of a body, says that they rest on it. */
export const isRestingOn = async (read: StateReader, by: Id, on: Id): Promise<boolean> => {
  if (isId('person', by)) return heldSince(await read.behind(personStream, by), on) !== undefined;
  const body = isId('organisation', by) ? await read.behind(organisationStream, by) : organisationStream.initial;
  return body.is !== 'new' && body.territoryId === on;
};

/** Everything whose period rests on this body or place, as it is on record now. */
export const readDependants = async (read: StateReader, on: Id): Promise<readonly Dependant[]> => {
  const noted = await read.behind(beginningStream, beginningOf(on));
  const found = await Promise.all(
    noted.by.map(async (id) => {
      const from = await restingSince((of, stream) => read.behind(of, stream), id, on);
      const seen = await restingSince((of, stream) => read.state(of, stream), id, on);
      return from === undefined ? [] : [{ id, from, isSeen: seen !== undefined }];
    }),
  );
  return found.flat();
};
