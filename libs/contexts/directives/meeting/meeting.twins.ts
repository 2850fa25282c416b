import {
  alike,
  claimsOn,
  isSameKey,
  plainly,
  type Claim,
  type ClaimKey,
  type Id,
  type Likeness,
  type Owner,
  type StateReader,
} from '#kernel';
import type { StatedDay } from '../content/stated-day.js';
import { meetingStream, type Held, type MeetingState } from './meeting.state.js';

/** The body in the words of the text, and as it is registered where that is said: either tells that it is the same. */
const keysOf = ({ title, heldBy, heldById, heldOn }: Held): readonly ClaimKey[] => {
  const what = [String(heldOn.month), String(heldOn.day), plainly(title)];
  return [
    ['meeting.words', plainly(heldBy), ...what],
    ...(heldById === undefined ? [] : [['meeting.body', heldById, ...what]]),
  ];
};

/** A year that a text does not state may be any. */
const inOneYear = ({ year: one }: StatedDay, { year: other }: StatedDay): boolean =>
  one === null || other === null || one === other;

const ways = (held: Held): readonly Likeness<MeetingState>[] =>
  keysOf(held).map((key) => ({
    key,
    holds: (other) =>
      other.is === 'held' &&
      inOneYear(other.held.heldOn, held.heldOn) &&
      keysOf(other.held).some((one) => isSameKey(one, key)),
  }));

/** F8: the other meetings of the same body, day and title, of those whom the actor may see. */
export const twinsOf = (read: StateReader, held: Held, own: Id): Promise<readonly Id[]> =>
  alike(read, meetingStream, ways(held), own);

/** What a meeting lays claim to, so that one that is registered at the same moment finds it. */
export const claimsOnMeeting = (held: Held, owner: Owner): readonly Claim[] => claimsOn(ways(held), owner);
