import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import type { PostgresEventStore } from '#platform/postgres';
import { aBox, aPath, append, moved, packed } from '../../support/boxes.js';

const AT_ONCE = 32;
const EACH = 10;
const ON_A_SHELF = 20;

/** So many events about boxes, ten a box. Says which boxes these are. */
export const manyBoxes = async (events: PostgresEventStore, count: number): Promise<readonly Id[]> => {
  const shelves = Math.ceil(count / ON_A_SHELF);
  const boxes = Array.from({ length: Math.ceil(count / EACH) }, aBox);
  const waiting = boxes.values();
  const path = aPath();
  let n = 0;
  const shelf = () => `shelf ${String(n++ % shelves)}`;
  const worker = async () => {
    for (const box of waiting) {
      const moves = Array.from({ length: EACH - 1 }, () => moved(shelf()));
      await append(events, box, [packed({ label: randomUUID(), shelf: shelf(), territoryPath: path }), ...moves]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return boxes;
};
