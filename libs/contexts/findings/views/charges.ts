import type { Round } from '../finding.round.js';
import type { FindingCard } from './finding-card.js';

/** What is counted of rounds, for the units and the verifiers that they name. */
export const CHARGED = ['onTime', 'onTimeExtended', 'late', 'lateEntry', 'returned', 'relapsed'] as const;

export type Charged = (typeof CHARGED)[number];

/** Whether the fix of a round held until now, and was not entered from elsewhere: then its time is told. */
const isTold = ({ outcome, completion }: Round): boolean => outcome === 'closedOut' && completion?.lateEntry !== true;

const wasDoneBy = ({ completion }: Round, due: string): boolean => completion !== undefined && completion.at <= due;

const tells: { readonly [C in Charged]: (round: Round) => boolean } = {
  onTime: (round) => isTold(round) && !round.late && wasDoneBy(round, round.firstDueAt),
  onTimeExtended: (round) => isTold(round) && wasDoneBy(round, round.dueAt),
  late: ({ late }) => late,
  lateEntry: ({ completion, results }) => completion?.lateEntry === true && results.some(({ passed }) => passed),
  returned: ({ returned }) => returned > 0,
  relapsed: ({ outcome }) => outcome === 'relapsed',
};

const verifiersIn = ({ results }: Round): readonly string[] => results.map(({ by }) => by);

/**
 * F6: what happened in each round, charged to its unit and to whoever verified in it, each once for a finding, whoever came next. A
 * unit is measured by the first due time of its own rounds.
 */
const chargesOf = (rounds: readonly Round[]): string[] => [
  ...new Set(
    rounds.flatMap((round) =>
      CHARGED.filter((one) => tells[one](round)).flatMap((one) =>
        [round.unit, ...verifiersIn(round)].map((who) => `${one} ${who}`),
      ),
    ),
  ),
];

/** A card with what tallies of units and verifiers count. */
export const withCharges = (card: FindingCard): FindingCard => ({
  ...card,
  charges: card.counted ? chargesOf(card.rounds) : [],
  verifiedBy: [...new Set(card.rounds.flatMap(verifiersIn))],
});
