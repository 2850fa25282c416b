import { finding, type FindingCommand } from '#contexts/findings';
import type { Ask, Process } from '#kernel';
import { findingNumbers, type FindingNumbers, type Heard } from './finding-numbers.memory.js';

/**
 * Recording waits for nothing; a moment later the finding has a number. Which one follows from the log alone: the how-manieth of its
 * body and year it is, so that every process, and every rebuild, asks for the same. A claim holds that no two ever have one.
 */
export const whenAFindingIsRecordedThenItIsNumbered: Process<FindingNumbers, Heard> = {
  name: 'when_a_finding_is_recorded_then_it_is_numbered',
  memory: findingNumbers,
  asks: [finding],
  rights: { NumberFinding: 'ownStream' },
  react: {
    finding: {
      ObservationRecorded: (row, _, { stream }): readonly Ask<FindingCommand>[] =>
        row ? [{ decider: finding, stream, command: { type: 'NumberFinding', data: { number: row.count } } }] : [],
    },
  },
};
