import { alike, plainly, type Claim, type ClaimKey, type DataOf, type Id, type StateReader } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import { dutyPointStream } from './duty-point.state.js';

type Defined = DataOf<DutyPointEvent, 'DutyPointDefined'>;

/** What a duty point is; who must hold it, and which clause asks for it, make no other thing of it. */
export type Thing = Pick<Defined, 'matter' | 'step' | 'place' | 'placeType' | 'territoryId'>;

/** A place has a type, which says nothing more; where no place is named, the type stands for it. */
const location = ({ place, placeType = '' }: Thing): readonly string[] =>
  place === undefined ? ['type', plainly(placeType)] : ['place', plainly(place)];

const keyOf = (thing: Thing): ClaimKey => [
  ...['dutyPoint', thing.territoryId, plainly(thing.matter), plainly(thing.step)],
  ...location(thing),
];

/** Whether two are of the same step of the same matter at the same place. */
export const isSameThing = (one: Thing, other: Thing): boolean =>
  JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));

/** F8: the other duty points that may be of the same thing, of those whom the actor may see; one that is retired is there no longer. */
export const twinsOf = (read: StateReader, thing: Thing, own: Id): Promise<readonly Id[]> => {
  const key = keyOf(thing);
  return alike(
    read,
    dutyPointStream,
    { key, holds: (other) => other.is === 'defined' && !other.retired && isSameThing(other.point, thing) },
    own,
  );
};

/** What a duty point lays claim to, so that one of the same thing that comes at the same moment finds it. */
export const claimsOn = (thing: Thing & Pick<Defined, 'territoryPath'>): readonly Claim[] => [
  { key: keyOf(thing), seenBy: { territory: thing.territoryPath, orgs: [] } },
];
