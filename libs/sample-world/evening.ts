import { directive } from '#contexts/directives';
import { idOf, type Id } from '#kernel';
import { Agenda } from './agenda.js';
import type { Chance } from './chance.js';
import { DIRECTIVE } from './directive-text.js';
import { Duties } from './duties.js';
import { addressees, recipientsOf } from './evening-bodies.js';
import type { Province } from './province.js';
import { Receipts } from './receipts.js';
import { EVENING, MINUTE } from './when.js';
import type { World } from './world.js';
import type { Act } from './world.telling.js';

const PORTION = 400;

const issue = async (world: World, { top }: Province, id: Id<'directive'>): Promise<void> => {
  const { clerk, commander } = top;
  const to = recipientsOf(top);
  await world.tell(directive, {
    stream: id,
    command: { type: 'DraftDirective', data: DIRECTIVE },
    as: clerk,
    at: EVENING - 90 * MINUTE,
  });
  await world.tell(directive, {
    stream: id,
    command: { type: 'SubmitForSignOff', data: {} },
    as: clerk,
    at: EVENING - 30 * MINUTE,
  });
  const command = { type: 'IssueDirective', data: { recipients: addressees(id, to) } } as const;
  await world.tell(directive, { stream: id, command, as: commander, at: EVENING });
};

/**
 * One evening: the province issues a directive, each level acknowledges it and passes it on at once, and the townships turn it into
 * duties that their units take over.
 */
export async function* evening(world: World, province: Province, chance: Chance): AsyncGenerator<readonly Act[]> {
  const agenda = new Agenda();
  const duties = new Duties({ world, chance, agenda });
  const receipts = new Receipts({ world, chance, agenda, duties });
  const id = idOf('directive', chance.uuid());
  await issue(world, province, id);
  await world.settle();
  receipts.expect(id, province.top, EVENING);
  let waiting: Act[] = [...world.taken()];
  while (agenda.next < Infinity) {
    await agenda.step();
    await world.settle();
    waiting.push(...world.taken());
    if (waiting.length >= PORTION) {
      yield waiting;
      waiting = [];
    }
  }
  yield waiting;
}
