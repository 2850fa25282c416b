import { bodyOf, dutyPointStream, unheld } from '#contexts/duties';
import type { KnownReader, Own, StateReader } from '#kernel';
import { acceptance } from './finding.acceptance.js';
import type { Bodies } from './finding.bodies.js';
import { mergedHere, type Merged } from './finding.merging.js';
import { namedHere, type Named } from './finding.people.js';
import type { FindingState } from './finding.state.js';

/** What a close-out rests on beside the finding. */
interface Closing {
  readonly bodies: Bodies;
  /** Whether every required party of the duty point has accepted (R10). */
  readonly dutyHeld: boolean;
}

/** What is known of other streams before anybody says anything, for each command whose bars look beyond the finding. */
export interface FindingKnown {
  readonly MergeFinding: Merged;
  readonly PassVerification: Named;
  readonly FailVerification: Named;
  readonly ApproveCloseOut: Closing;
  readonly RefuseCloseOut: Pick<Closing, 'bodies'>;
}

const dutyHeld = async (read: StateReader, own: Own<FindingState>): Promise<boolean> => {
  const state = await own.state();
  const dutyPointId = state.is === 'new' ? undefined : state.observation.dutyPointId;
  if (!dutyPointId) return false;
  // Whoever decides on the finding need not see the duty: they hear no more than whether it is held.
  const duty = await read.behind(dutyPointStream, dutyPointId);
  // Where every party is waived nobody holds it either.
  return bodyOf(duty) !== undefined && unheld(duty).length === 0;
};

/** Whoever acts, and the body that they act for. */
const theActor: KnownReader<FindingState, Named> = (read, own, on) =>
  namedHere(read, { people: [on.actorId], bodies: on.orgId ? [on.orgId] : [] }, own, on);

/** Reads what the bars of a finding need to know of other streams. */
export const findingKnown: { readonly [T in keyof FindingKnown]: KnownReader<FindingState, FindingKnown[T]> } = {
  MergeFinding: mergedHere,
  PassVerification: theActor,
  FailVerification: theActor,
  ApproveCloseOut: async (read, own) => ({ bodies: await acceptance(read, own), dutyHeld: await dutyHeld(read, own) }),
  RefuseCloseOut: async (read, own) => ({ bodies: await acceptance(read, own) }),
};
