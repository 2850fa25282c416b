import { command, commandsOf, happened, to, type AnyTimer, type CommandOf, type Decider, type Due } from '#kernel';
import { boxEvents, type BoxEvent } from './boxes.js';

export const boxCommands = commandsOf(
  'box',
  { subject: { en: 'Which box.', zh: '箱号。' } },
  {
    Weigh: command('Weighs a box.', '称重。', { who: ['system'], at: [], as: to<{ readonly kilos: number }>() }),
  },
);

type BoxCommand = CommandOf<typeof boxCommands>;

/** Weighs boxes; knows how often they were moved. */
export const box: Decider<number, BoxCommand, BoxEvent, never> = {
  kind: 'box',
  events: boxEvents,
  refusals: {},
  commands: boxCommands,
  facts: {},
  owner: () => ({ territory: '', orgs: [] }),
  seenBy: () => 'everybody',
  initial: 0,
  decide: { Weigh: ({ kilos }) => happened({ type: 'BoxWeighed', data: { kilos } }) },
  evolve: {
    BoxPacked: () => 0,
    BoxMoved: (moves) => moves + 1,
    BoxOpened: (moves) => moves,
    BoxWeighed: (moves) => moves,
    BoxBurnt: (moves) => moves,
  },
};

/** Weighs a box at a moment, with as many kilos as it was moved times when that was said. */
const weighing = (key: string, at: string, stream: Due['ask']['stream'], moves: number): Due => {
  const command: BoxCommand = { type: 'Weigh', data: { kilos: moves } };
  return { key, at, ask: { decider: box, stream, command } };
};

/**
 * A box is to be weighed at the moment that its shelf names, under the label as a key; moving it sets that again under the key `moved`, and
 * opening it takes both back. A shelf that is called `nowhere` makes it throw until it is taken out of `broken`.
 */
export const weighOnTime = (broken: ReadonlySet<string> = new Set(), name = 'weigh on time'): AnyTimer => ({
  name,
  of: box,
  asks: [box],
  due: {
    BoxPacked: ({ label, shelf }: { label: string; shelf: string }, moves: number, { stream }) => [
      weighing(label, shelf, stream, moves),
    ],
    BoxMoved: ({ shelf }: { shelf: string }, moves: number, { stream }) => {
      if (broken.has(shelf)) throw new Error(`no shelf ${shelf}`);
      return [weighing('moved', shelf, stream, moves)];
    },
  },
  cancels: { BoxOpened: () => ['tins', 'moved'] },
});
