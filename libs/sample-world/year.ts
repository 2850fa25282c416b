import { Agenda } from './agenda.js';
import type { Chance } from './chance.js';
import { FindingCourse } from './finding-course.js';
import { Phrases } from './finding-words.js';
import type { Province } from './province.js';
import { DAY, FIRST_DAY, HOUR, untilWork } from './when.js';
import type { World } from './world.js';
import type { Act } from './world.telling.js';

const PORTION = 400;
/** How many events a finding comes to in its life, on average. */
const LIFE = 11;
/** Days of the year on which findings begin, less those that pass before the first of them are through. */
const FULL_DAYS = 330;
/** Of the findings of a working day, so many are seen on a day off. */
const DAY_OFF = 0.2;
/** Weekdays and days off make this many working days of a week. */
const WEEK = (5 + 2 * DAY_OFF) / 7;

/** A year of findings through their life, as dense as needed for so many events, and on from there: it does not end. */
export async function* year(
  world: World,
  province: Province,
  { chance, events }: { readonly chance: Chance; readonly events: number },
): AsyncGenerator<readonly Act[]> {
  const parts = { world, chance, phrases: new Phrases(chance) };
  const agenda = new Agenda();
  const daily = Math.max(0, events) / (FULL_DAYS * LIFE * WEEK);
  let waiting: Act[] = [];
  let due = 1;
  for (let day = FIRST_DAY; ; day += DAY) {
    for (due += daily * (untilWork(day) > 0 ? DAY_OFF : 1); due >= 1; due--) {
      const at = day + 8.5 * HOUR + chance.between(0, 9.5 * HOUR - 1);
      agenda.begin(at, new FindingCourse(parts, chance.pick(province.units), at).run());
    }
    while (agenda.next < day + DAY) {
      await agenda.step();
      waiting.push(...world.taken());
      if (waiting.length < PORTION) continue;
      yield waiting;
      waiting = [];
    }
  }
}
