import { type Id, viewOf } from '#kernel';
import { dutyPointEvents } from '../duty-point.events.js';
import { righted } from '../duty-point.righted.js';
import { GAP_KINDS, PARTIES } from '../duty-point.words.js';
import { NOT_OF_GAPS, ownerOfGap, whereIs } from './about-gap.js';
import type { Gap } from './gap.row.js';

interface GapName {
  readonly kind: string;
  readonly party?: string | undefined;
}

const gapKey = (dutyPoint: Id, { kind, party }: GapName) => [dutyPoint, kind, ...(party ? [party] : [])].join('/');

/** Every gap that one duty point can have. */
const EVERY_GAP = Object.keys(GAP_KINDS.words).flatMap((kind): GapName[] => [
  { kind },
  ...Object.keys(PARTIES.words).map((party) => ({ kind, party })),
]);

/** The gaps that are open; a row goes when its gap is resolved, and stays in the past. */
export const gap = viewOf<Gap, typeof dutyPointEvents>({
  name: 'gap',
  version: 3,
  of: dutyPointEvents,
  key: ({ type, data }, { stream }) => {
    if (type === 'DutyPointCorrected') return EVERY_GAP.map((gap) => gapKey(stream, gap));
    return type === 'GapDetected' || type === 'GapResolved' ? gapKey(stream, data) : stream;
  },
  owner: ownerOfGap,
  indexes: ['kind', 'party', 'matter', 'dutyPointId', 'detectedAt'],
  searched: ['matter', 'step', 'place'],
  on: {
    GapDetected: (_, data, { stream, occurredAt }) => {
      const { kind, party } = data;
      return {
        ...whereIs(stream, data),
        id: gapKey(stream, data),
        kind,
        ...(party && { party }),
        dutyPointId: stream,
        detectedAt: occurredAt,
      };
    },
    GapResolved: () => undefined,
    DutyPointCorrected: (row, { matter, step, place, placeType }) =>
      row && righted<Gap>(row, { matter, step, place, placeType }),
    ...NOT_OF_GAPS,
  },
});
