import type { AnyPolicy } from '#kernel';
import { deliverIssued, issueRelayed } from '#contexts/directives';
import { dutyPointNeighbours } from '#contexts/duties';
import { Chance } from './chance.js';
import { evening } from './evening.js';
import { founding } from './founding.js';
import { Surveyor } from './surveyor.js';
import { sizeFor } from './size.js';
import { World } from './world.js';
import { type Act } from './world.telling.js';
import { year } from './year.js';

/** What is to be generated. */
export interface Order {
  readonly seed: string;
  /** How many events the story has, at least `FEWEST`. */
  readonly events: number;
}

/** Those whose answers the story holds; what else reacts to it has yet to be asked. */
export const ANSWERED_POLICIES: readonly AnyPolicy[] = [deliverIssued, issueRelayed, dutyPointNeighbours];

/** Everything that happens, in order, in portions: the same for the same order, exactly so many events. */
export async function* story(order: Order): AsyncGenerator<readonly Act[]> {
  let left = order.events;
  for await (const acts of endless(order)) {
    const told = acts.reduce((sum, { events }) => sum + events.length, 0);
    if (told >= left) {
      yield upTo(acts, left);
      return;
    }
    left -= told;
    yield acts;
  }
}

async function* endless({ seed, events }: Order): AsyncGenerator<readonly Act[]> {
  // What happens depends on how many events there are to be, because the province is cut to fit.
  const chance = new Chance(`sifang generate 1\n${seed}\n${String(events)}`);
  const world = new World(chance, ANSWERED_POLICIES);
  const province = new Surveyor(chance).survey(sizeFor(events));
  let told = 0;
  const counted = (acts: readonly Act[]) => {
    told += acts.reduce((sum, { events }) => sum + events.length, 0);
    return acts;
  };
  for await (const acts of founding(world, province)) yield counted(acts);
  for await (const acts of evening(world, province, chance)) yield counted(acts);
  yield* year(world, province, { chance, events: events - told });
}

/** The first acts, whose events are exactly so many; the year's acts have one each. */
const upTo = (acts: readonly Act[], events: number): readonly Act[] => {
  let left = events;
  return acts.filter((act) => (left -= act.events.length) >= 0);
};
