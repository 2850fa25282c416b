import {
  alike,
  claimsOn,
  isSameKey,
  plainly,
  type Claim,
  type ClaimKey,
  type DataOf,
  type Id,
  type Likeness,
  type StateReader,
} from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import { dutyPointStream, type DutyPoint } from './duty-point.state.js';

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
export const isSameThing = (one: Thing, other: Thing): boolean => isSameKey(keyOf(one), keyOf(other));

/** One that is retired is there no longer. */
const ways = (thing: Thing): readonly Likeness<DutyPoint>[] => [
  {
    key: keyOf(thing),
    holds: (other) => other.is === 'defined' && !other.retired && isSameThing(other.point, thing),
  },
];

/** F8: the other duty points that may be of the same thing, of those whom the actor may see. */
export const twinsOf = (read: StateReader, thing: Thing, own: Id): Promise<readonly Id[]> =>
  alike(read, dutyPointStream, ways(thing), own);

/** What a duty point lays claim to, so that one of the same thing that comes at the same moment finds it. */
export const claimsOnThing = (thing: Thing & Pick<Defined, 'territoryPath'>): readonly Claim[] =>
  claimsOn(ways(thing), { territory: thing.territoryPath, orgs: [] });
