import { randomUUID } from 'node:crypto';
import { ANYBODY, type Acting, type Actor, type Rights } from '#access';
import {
  eventsOf,
  fact,
  happened,
  personal,
  refused,
  type Decider,
  type EventOf,
  type Id,
  type Occasion,
  type SentOccasion,
  type Stream,
  type CommandOf,
  command,
  commandsOf,
  id,
  list,
  optional,
  part,
  partOf,
  to,
  type Foldable,
  type PartData,
  type Streams,
} from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { PersonalDataCipher, MemoryKeyStore } from '#platform/personal-data';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { datedByClock, Decide, DecideHandler, NO_LATE_ENTRIES, type Watched } from './index.js';

const kettleEvents = eventsOf('kettle', {
  KettleFilled: fact('Kettle filled', '水壶已注水', { litres: z.number(), note: personal().optional() }),
});
type KettleEvent = EventOf<typeof kettleEvents>;
const beside = partOf('Beside', { kettleId: id('kettle', 'Which kettle.', '水壶编号。') });
const kettleCommands = commandsOf(
  'kettle',
  { subject: { en: 'Which kettle.', zh: '水壶编号。' } },
  {
    FillKettle: command('Fills a kettle.', '注水。', {
      who: ['unit'],
      at: [],
      takes: { beside: optional(list(part(beside, 'Those beside it.', '旁边的水壶。'), 9)) },
      as: to<{ litres: number; note?: string; beside?: readonly PartData<typeof beside>[] }>(),
    }),
  },
);
type KettleCommand = CommandOf<typeof kettleCommands>;
const orgId: Id<'organisation'> = 'organisation-00000000-0000-4000-8000-000000000001';

const kettleStream: Stream<number, KettleEvent> = {
  kind: 'kettle',
  events: kettleEvents,
  initial: 0,
  seenBy: (litres) => (litres > 0 ? { territory: 'a/', orgs: litres < 9 ? [orgId] : [] } : undefined),
  evolve: { KettleFilled: (held, { litres }) => held + litres },
};
/** What stands in this one may be poured into any other. */
const JUG: Id = 'kettle-00000000-0000-4000-8000-00000000000b';

const kettle: Decider<number, KettleCommand, KettleEvent, 'TOO_FULL', { FillKettle: number }> = {
  ...kettleStream,
  refusals: { TOO_FULL: { en: 'It holds two litres.', zh: '容量两升。' } },
  commands: kettleCommands,
  facts: { FillKettle: async (read) => 2 + (await read.state(kettleStream, JUG)) },
  owner: (litres) => (litres < 0 ? undefined : { territory: 'a/', orgs: [orgId] }),
  decide: {
    FillKettle: ({ litres, note }, held, _, limit) =>
      held + litres > limit
        ? refused('TOO_FULL', 'litres')
        : litres === 0
          ? happened()
          : happened({ type: 'KettleFilled', data: { litres, ...(note !== undefined && { note }) } }),
  },
};

const streams: Streams = new Map([['kettle', kettleStream as Foldable<unknown>]]);

const actor: Actor = {
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  orgId,
  grants: [{ role: 'unit', orgId }],
};
const now = new Date('2022-03-31T10:00:00.000Z');
const occasion = (more: Partial<Occasion> = {}): Occasion => {
  const commandId = randomUUID();
  const { actorId } = actor;
  return { actorId, occurredAt: now.toISOString(), commandId, correlationId: commandId, source: 'web', ...more };
};

interface Asking {
  readonly actor?: Actor;
  readonly occasion?: SentOccasion;
  readonly note?: string;
  readonly beside?: readonly Id<'kettle'>[];
}

const aLotOfWater = (stream: Id) => ({
  ...{ stream, expected: 0n, occasion: occasion(), commandHash: '00'.repeat(32) },
  events: [{ type: 'KettleFilled', schemaVersion: 1, data: { litres: 9 } }],
});

describe('deciding', () => {
  let store: MemoryEventStore;
  let handler: DecideHandler;
  let clock: Date;
  const stream: Id = 'kettle-00000000-0000-4000-8000-00000000000a';
  const fill = (litres: number, as: Asking = {}, into: Id = stream) => {
    const { note, beside = [] } = as;
    const data = { litres, ...(note !== undefined && { note }), beside: beside.map((kettleId) => ({ kettleId })) };
    const asked = { actor: as.actor ?? actor, occasion: as.occasion ?? occasion() };
    return handler.execute(new Decide(kettle, into, { type: 'FillKettle', data }, asked));
  };

  beforeEach(() => {
    store = new MemoryEventStore();
    clock = now;
    handler = new DecideHandler(
      store,
      new PersonalDataCipher(new MemoryKeyStore()),
      datedByClock(() => clock),
      streams,
    );
  });

  it('records what the decider says happened, and where', async () => {
    expect(await fill(1)).toMatchObject({
      recorded: true,
      id: stream,
      position: '0',
      events: [{ type: 'KettleFilled' }],
    });
    expect(await store.readStream(stream)).toMatchObject([{ data: { litres: 1 }, actorId: actor.actorId }]);
  });

  it('answers a refusal with its sentence and path, and writes nothing', async () => {
    expect(await fill(3)).toEqual({
      recorded: false,
      code: 'TOO_FULL',
      message: { en: 'It holds two litres.', zh: '容量两升。' },
      path: ['litres'],
    });
    expect(await store.head()).toBe('start');
  });

  it('answers a repeated command as the first time, even where it would be refused by now', async () => {
    const same = occasion();
    const first = await fill(2, { occasion: same });
    expect(await fill(2, { occasion: same })).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('refuses a command id that was used for something else', async () => {
    const same = occasion();
    await fill(1, { occasion: same });
    for (const litres of [0.5, 2]) {
      expect(await fill(litres, { occasion: same })).toMatchObject({ code: 'COMMAND_ID_REUSED', path: ['commandId'] });
    }
  });

  it('T12: refuses a command id that was used for the same for another reason, or in another name', async () => {
    const same = occasion();
    await fill(1, { occasion: same });
    const somebody = 'person-00000000-0000-4000-8000-000000000009';
    for (const other of [{ reason: 'It ran dry' }, { onBehalfOf: somebody }] as const) {
      expect(await fill(1, { occasion: { ...same, ...other } })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    }
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('decides a lost race again, so that fifty at once never overfill', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => fill(1)));
    expect(answers.filter(({ recorded }) => recorded)).toHaveLength(2);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  const decidingBy = (of: Rights['of']) =>
    new DecideHandler(
      store,
      new PersonalDataCipher(new MemoryKeyStore()),
      datedByClock(() => clock),
      streams,
      { of },
    );

  it('W4: asks for rights first, as of now and of what is stated, and never for the system', async () => {
    const asked: Acting[] = [];
    handler = decidingBy((acting) => Promise.resolve(asked.push(acting) > 1 ? acting.actor : undefined));
    expect(await fill(3)).toMatchObject({ recorded: false, code: 'NOT_IN_POST', path: [] });
    expect(asked).toEqual([{ actor, kind: 'kettle', at: [occasion().occurredAt, now.toISOString()] }]);
    expect(await fill(1)).toMatchObject({ recorded: true });
    await fill(1, { actor: { ...actor, grants: [{ role: 'system' }] } });
    expect(asked).toHaveLength(2);
  });

  it('reads what a rule rests on while rights are still being read, and tells who has none nothing of it', async () => {
    const asked: Id[] = [];
    const log = new MemoryEventStore();
    log.readStream = (of, ...range) => {
      asked.push(of);
      return of === JUG ? Promise.reject(new Error('gone')) : store.readStream(of, ...range);
    };
    let isRead: boolean | undefined;
    const rights = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isRead = asked.includes(JUG);
      return undefined;
    };
    handler = new DecideHandler(
      ...([log, new PersonalDataCipher(new MemoryKeyStore()), datedByClock(() => clock), streams] as const),
      { of: rights },
    );
    expect(await fill(1)).toMatchObject({ code: 'NOT_IN_POST' });
    expect(isRead).toBe(true);
  });

  it('T28: decides by what the record grants, whatever the actor came with', async () => {
    handler = decidingBy(({ actor: asking }) => Promise.resolve({ ...asking, grants: [] }));
    expect(await fill(1)).toMatchObject({ code: 'ROLE_MAY_NOT' });
  });

  it('tells whoever watches what became of each command, once', async () => {
    const heard: Watched[] = [];
    handler = new DecideHandler(
      ...([store, new PersonalDataCipher(new MemoryKeyStore()), datedByClock(() => clock), streams, ANYBODY] as const),
      ...([NO_LATE_ENTRIES, (watched: Watched) => void heard.push(watched)] as const),
    );
    const outcomes = [await fill(3), await fill(1)];
    const asked = { actor, kind: 'kettle', stream, type: 'FillKettle' };
    expect(heard).toEqual(outcomes.map((outcome) => ({ ...asked, outcome })));
  });

  it('hears of a stream that cannot be read once, also when it fails before rights are known', async () => {
    const loose: unknown[] = [];
    const hear = (reason: unknown) => loose.push(reason);
    process.on('unhandledRejection', hear);
    const failing = new MemoryEventStore();
    failing.readStream = () => Promise.reject(new Error('gone'));
    store = failing;
    handler = decidingBy(async ({ actor: asking }) => {
      await new Promise((resolve) => setImmediate(resolve));
      return asking;
    });
    await expect(fill(1)).rejects.toThrow('gone');
    process.off('unhandledRejection', hear);
    expect(loose).toEqual([]);
  });

  it('T28: decides again when what a right rests on has changed before the act is stored', async () => {
    const right: Id<'kettle'> = 'kettle-00000000-0000-4000-8000-0000000000e1';
    let ending: Promise<unknown> | undefined;
    handler = decidingBy(async ({ actor: asking }, source) => {
      const isThere = (await source.state(kettleStream, right)) === 0;
      // Somebody ends it right after it was read.
      ending ??= store.append(aLotOfWater(right));
      await ending;
      return isThere ? asking : undefined;
    });
    expect(await fill(1)).toMatchObject({ recorded: false, code: 'NOT_IN_POST' });
    expect(await store.readStream(stream)).toEqual([]);
  });

  it('refuses who has no role for it, and does not tell who is out of reach that it exists', async () => {
    expect(await fill(1, { actor: { ...actor, grants: [{ role: 'inspector', territory: 'a/' }] } })).toMatchObject({
      code: 'ROLE_MAY_NOT',
    });
    const other = 'organisation-00000000-0000-4000-8000-000000000002';
    const elsewhere: Actor = { ...actor, orgId: other, grants: [{ role: 'unit', orgId: other }] };
    expect(await fill(1, { actor: elsewhere })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await store.head()).toBe('start');
  });

  it('refuses what is said to happen later than now, beyond the difference of clocks', async () => {
    const at = (minutes: number) => ({
      occasion: occasion({ occurredAt: new Date(+now + minutes * 60_000).toISOString() }),
    });
    expect(await fill(1, at(3))).toMatchObject({ code: 'OCCURRED_IN_FUTURE', path: ['occurredAt'] });
    expect(await fill(1, at(1))).toMatchObject({ recorded: true });
  });

  it('W2: dates what nobody dated as it is recorded, and answers it as the first time when it is sent again', async () => {
    const { occurredAt: _, ...undated } = occasion();
    const first = await fill(2, { occasion: undated });
    clock = new Date(+now + 3_600_000);

    expect(await fill(2, { occasion: undated })).toEqual(first);
    expect((await store.readStream(stream)).map(({ occurredAt }) => occurredAt)).toEqual([now.toISOString()]);
    expect(await fill(1, { occasion: undated })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('W4: refuses what was not theirs yet when it is said to have happened', async () => {
    const pour = (litres: number, occurredAt: string) => ({
      ...{ stream, commandHash: '00'.repeat(32), occasion: occasion({ occurredAt }) },
      events: [{ type: 'KettleFilled', schemaVersion: 1, data: { litres } }],
    });
    const day = (n: number) => new Date(+now - n * 24 * 3600_000).toISOString();
    // Nine litres are nobody's; less is theirs.
    await store.append({ expected: 0n, ...pour(9, day(3)) });
    await store.append({ expected: 1n, ...pour(-8, day(1)) });
    const dated = (occurredAt: string) => fill(1, { occasion: occasion({ occurredAt }) });
    expect(await dated(day(2))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await dated(now.toISOString())).toMatchObject({ recorded: true });
  });

  it('records up to which position other streams were read', async () => {
    await fill(1);
    await fill(2, {}, JUG);
    await fill(3);
    expect((await store.readStream(stream)).map(({ factsAt }) => factsAt)).toEqual([undefined, '1']);
  });

  it('refuses to record what names something that is not there, or not theirs to see, alike', async () => {
    const whole: Actor = { ...actor, grants: [...actor.grants, { role: 'lead', territory: 'a/' }] };
    const known: Id<'kettle'> = 'kettle-00000000-0000-4000-8000-0000000000a1';
    const unseen: Id<'kettle'> = 'kettle-00000000-0000-4000-8000-0000000000a2';
    const absent: Id<'kettle'> = 'kettle-00000000-0000-4000-8000-0000000000a3';
    await fill(1, {}, known);
    await store.append(aLotOfWater(unseen));
    expect(await fill(1, { beside: [known] })).toMatchObject({ recorded: true });
    const no = await fill(1, { beside: [known, absent] });
    expect(no).toMatchObject({ recorded: false, code: 'NOT_FOUND', path: ['beside', '1', 'kettleId'] });
    expect(await fill(1, { beside: [known, unseen] })).toEqual(no);
    expect(await fill(1, { beside: [known, unseen], actor: whole })).toMatchObject({ recorded: true });
    expect(await fill(3, { beside: [absent] })).toMatchObject({ code: 'TOO_FULL' });
  });

  it('refuses text that would pass for an encrypted value', async () => {
    expect(await fill(1, { note: 'sealed:1:forged' })).toMatchObject({ code: 'RESERVED_TEXT', path: ['note'] });
  });

  it('lets no personal field reach the log in the clear', async () => {
    await fill(1, { note: 'left by Invented Person', occasion: occasion({ reason: 'Invented Person asked' }) });
    const [event] = await store.readStream(stream);
    expect(event?.reason).toMatch(/^sealed:1:/);
    expect(event?.data['note']).toMatch(/^sealed:1:/);
    expect(
      JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('Invented');
  });
});
