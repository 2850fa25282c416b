import { randomUUID } from 'node:crypto';
import {
  eventsOf,
  fact,
  named,
  personal,
  viewOf,
  type EventOf,
  type Id,
  type Occasion,
  type TerritoryPath,
  type View,
} from '#kernel';
import type { Appended, EventStore, JsonObject } from '#platform/event-store';
import { z } from 'zod';

/** An invented context for specs of what carries contexts: boxes on shelves. */
export const boxEvents = eventsOf('box', {
  BoxPacked: fact('Box packed', '装箱', {
    label: z.string(),
    shelf: z.string(),
    // Any path at all: what contexts check is not what the platform may rely on.
    territoryPath: z.string(),
    orgs: z.array(z.string()),
    packedBy: personal().optional(),
  }),
  BoxMoved: fact('Box moved', '移箱', { shelf: z.string() }),
  BoxOpened: fact('Box opened', '开箱', {}),
  BoxWeighed: fact('Box weighed', '称重', { kilos: z.number() }),
  BoxBurnt: fact('Box burnt', '焚毁', {}),
});

export type BoxEvent = EventOf<typeof boxEvents>;

/** A second kind: pallets, which carry boxes from one shelf to another. */
export const palletEvents = eventsOf('pallet', {
  PalletCarried: fact('Pallet carried', '搬托盘', { from: z.string(), to: z.string() }),
  PalletBroken: fact('Pallet broken', '托盘损坏', {}),
});

export interface Box {
  readonly id: Id;
  readonly label: string;
  readonly shelf: string;
  readonly opened: boolean;
  readonly packedAt: string;
  readonly territoryPath: TerritoryPath;
  readonly orgs: readonly Id<'organisation'>[];
  readonly packedBy?: string | undefined;
  readonly note?: string | null;
}

type BoxCard = View<Box, readonly [typeof boxEvents]>;

/** One row for each box. Labels named in `cursed` make the fold throw until they are taken out again. */
export const boxCard = (version = 1, cursed: ReadonlySet<string> = new Set()): BoxCard =>
  viewOf<Box, typeof boxEvents>({
    name: 'box_card',
    version,
    of: boxEvents,
    key: (_, { stream }) => stream,
    owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
    subject: { label: ({ label }) => named(label, `${label} (box)`) },
    indexes: ['shelf', 'opened', 'note'],
    lists: ['orgs'],
    searched: ['label'],
    tallied: ['packedAt'],
    on: {
      BoxPacked: (_, { orgs, label, ...data }, { stream, occurredAt }) => {
        if (cursed.has(label)) throw new Error(`no box ${label}`);
        const org = orgs.filter((id): id is Id<'organisation'> => id.startsWith('organisation-'));
        return { ...data, id: stream, label, orgs: org, opened: false, packedAt: occurredAt };
      },
      BoxMoved: (box, { shelf }) => box && { ...box, shelf },
      BoxOpened: (box) => box && { ...box, opened: true },
      BoxWeighed: 'ignore',
      BoxBurnt: () => undefined,
    },
  });

export interface Shelf {
  readonly shelf: string;
  /** The last ones in the order in which they came, so that a fold in another order shows. */
  readonly arrivals: readonly Id[];
}

/** Every event makes a version of a whole row: rows that grow for ever would fill a disk with a few thousand of them. */
const ARRIVALS = 20;

/** One row for each shelf: rows that events of many streams change. */
export const shelfBoard = (cursed: ReadonlySet<Id> = new Set()): View<Shelf, readonly [typeof boxEvents]> => {
  const arrive = (board: Shelf | undefined, shelf: string, box: Id) => {
    if (cursed.has(box)) throw new Error(`no box ${box}`);
    return { shelf, arrivals: [...(board?.arrivals ?? []), box].slice(-ARRIVALS) };
  };
  return viewOf<Shelf, typeof boxEvents>({
    name: 'shelf_board',
    version: 1,
    of: boxEvents,
    key: ({ data }) => ('shelf' in data ? data.shelf : 'nowhere'),
    owner: 'directory',
    on: {
      BoxPacked: (board, { shelf }, { stream }) => arrive(board, shelf, stream),
      BoxMoved: (board, { shelf }, { stream }) => arrive(board, shelf, stream),
      BoxOpened: 'ignore',
      BoxWeighed: 'ignore',
      BoxBurnt: 'ignore',
    },
  });
};

export interface Traffic {
  readonly shelf: string;
  readonly came: readonly Id[];
  readonly left: readonly Id[];
}

/**
 * What comes to and leaves each shelf: boxes and pallets, of which one changes two rows at once. Shelves in `cursed` make the fold
 * throw.
 */
export const shelfTraffic = (
  cursed: ReadonlySet<string> = new Set(),
): View<Traffic, readonly [typeof boxEvents, typeof palletEvents]> => {
  const add = (row: Traffic | undefined, shelf: string, more: Partial<Pick<Traffic, 'came' | 'left'>>): Traffic => {
    if (cursed.has(shelf)) throw new Error(`no shelf ${shelf}`);
    const { came = [], left = [] } = row ?? {};
    const last = (all: readonly Id[]) => all.slice(-ARRIVALS);
    return { shelf, came: last([...came, ...(more.came ?? [])]), left: last([...left, ...(more.left ?? [])]) };
  };
  return {
    name: 'shelf_traffic',
    version: 1,
    of: [boxEvents, palletEvents],
    key: {
      box: ({ data }) => ('shelf' in data ? data.shelf : []),
      pallet: ({ data }) => ('from' in data ? [data.from, data.to] : []),
    },
    owner: 'directory',
    on: {
      box: {
        BoxPacked: (row, { shelf }, { stream }) => add(row, shelf, { came: [stream] }),
        BoxMoved: (row, { shelf }, { stream }) => add(row, shelf, { came: [stream] }),
        BoxOpened: 'ignore',
        BoxWeighed: 'ignore',
        BoxBurnt: 'ignore',
      },
      pallet: {
        PalletCarried: (row, { from }, { stream }, shelf) =>
          add(row, shelf, shelf === from ? { left: [stream] } : { came: [stream] }),
        PalletBroken: 'ignore',
      },
    },
  };
};

export const aBox = (): Id<'box'> => `box-${randomUUID()}`;
export const aPallet = (): Id<'pallet'> => `pallet-${randomUUID()}`;
export const anOrg = (): Id<'organisation'> => `organisation-${randomUUID()}`;
export const aPath = (parent: TerritoryPath = ''): TerritoryPath => `${parent}${randomUUID()}/`;

/** One event as it goes into the log. */
export const boxFact = (
  type: keyof typeof boxEvents.facts | keyof typeof palletEvents.facts | 'BoxTeleported',
  data: JsonObject = {},
  version = 1,
) => ({
  type,
  data,
  schemaVersion: version,
});

export const packed = (data: JsonObject = {}) =>
  boxFact('BoxPacked', { label: 'tins', shelf: 'a', territoryPath: '', orgs: [], ...data });
export const carried = (from: string, to: string) => boxFact('PalletCarried', { from, to });
export const moved = (shelf: string) => boxFact('BoxMoved', { shelf });

/** Appends events to a stream, whatever it holds. */
export const append = async (
  events: EventStore,
  stream: Id,
  facts: readonly ReturnType<typeof boxFact>[],
  occasion: Partial<Occasion> = {},
): Promise<Appended> =>
  events.append({
    stream,
    expected: BigInt((await events.readStream(stream)).length),
    occasion: {
      actorId: 'person-00000000-0000-4000-8000-000000000001',
      occurredAt: '2022-03-31T09:00:00.000Z',
      commandId: randomUUID(),
      correlationId: randomUUID(),
      source: 'web',
      ...occasion,
    },
    commandHash: 'ab'.repeat(32),
    events: facts,
  });
