import { dutyPointStream, type DutyPoint } from '#contexts/duties';
import type { Id, StateReader } from '#kernel';
import type { DirectiveState } from './directive.standing.js';
import { readAftermath, type Aftermath } from './ending.facts.js';

/** A duty that rests on a directive, as far as its completion asks. */
export interface RestingDuty {
  readonly dutyPointId: Id<'dutyPoint'>;
  /** What it calls the clause that it rests on: its key, or its number in the text. */
  readonly clause: string | undefined;
  /** Somebody is missing there. */
  readonly isOpen: boolean;
  /** Whether the one who asks may see it. */
  readonly isSeen: boolean;
}

/** What became of an issued directive, and the duties that rest on it. */
export interface Completion extends Aftermath {
  readonly own: Id;
  readonly duties: readonly RestingDuty[];
}

const restsOn = (duty: DutyPoint, directive: Id): duty is Extract<DutyPoint, { is: 'defined' }> =>
  duty.is === 'defined' && duty.restsOn === directive && duty.retired !== true;

/** Reads a duty that was noted. Whoever holds it, it counts, whether or not the issuer sees it. */
const readDuty = async (read: StateReader, dutyPointId: Id<'dutyPoint'>, directive: Id): Promise<RestingDuty[]> => {
  const [duty, seen] = await Promise.all([
    read.behind(dutyPointStream, dutyPointId),
    read.state(dutyPointStream, dutyPointId),
  ]);
  if (!restsOn(duty, directive)) return [];
  return [{ dutyPointId, clause: duty.clauseNumber, isOpen: duty.gaps.length > 0, isSeen: seen.is !== 'new' }];
};

export const readCompletion = async (read: StateReader, own: Id, state: DirectiveState): Promise<Completion> => {
  const noted = state.is === 'new' ? [] : state.duties;
  const [after, duties] = await Promise.all([
    readAftermath(read, state),
    Promise.all(noted.map((id) => readDuty(read, id, own))),
  ]);
  return { own, ...after, duties: duties.flat() };
};

/** Whether a duty rests on a directive, as its own record says. */
export const isRestingOn = async (read: StateReader, dutyPointId: Id<'dutyPoint'>, directive: Id): Promise<boolean> =>
  restsOn(await read.behind(dutyPointStream, dutyPointId), directive);
