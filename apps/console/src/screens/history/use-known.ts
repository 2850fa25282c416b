import { useRead, type Read } from '../../api/use-read';
import type { Subject } from './query';
import { STATE, type Known } from './state-query';

const isKind = (id: string, kind: string): boolean => id.startsWith(`${kind}-`);

/** What was known at a moment: an instant, or a position of the log; now, where none is said. */
export const useKnown = (subjects: readonly Subject[], asOf: string | undefined): Read<Known> => {
  const id = subjects[0]?.id ?? '';
  const point = subjects.find((one) => isKind(one.id, 'dutyPoint'))?.id;
  return useRead(STATE, {
    id,
    point: point ?? id,
    asOf,
    isFinding: isKind(id, 'finding'),
    hasPoint: point !== undefined,
    isDirective: isKind(id, 'directive'),
  });
};
