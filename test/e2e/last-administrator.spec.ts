import { randomUUID } from 'node:crypto';
import { SYSTEM, type Actor } from '#access';
import { account, accountOf, grants, grantsOf } from '#contexts/grants';
import { organisation, person, territory } from '#contexts/parties';
import { idOf, type AnyDecider, type Id, type Message } from '#kernel';
import { datedByClock, Decide, DecideHandler, type Outcome } from '#platform/decide';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { rightsIn } from '../../apps/api/act-rules.js';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { NOW, Starting } from '../support/two-at-once.js';

const SINCE = '2022-01-01T00:00:00.000Z';
const the = <K extends string>(kind: K, n: number): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-00000000000${String(n)}`);
const body = (n: number) => the('organisation', n);

/** An administrator by the record, in a post of a body. */
const keeper = (n: number, of = n): Actor => ({
  ...{ actorId: the('person', n), orgId: body(of), postId: the('post', n), byRecord: true },
  grants: [{ role: 'admin' }],
});
const [one, two] = [keeper(1), keeper(2)];
/** Sets up the directory before anybody is in a post. */
const founder: Actor = {
  ...{ actorId: the('person', 9), orgId: body(9), postId: the('post', 9) },
  grants: [{ role: 'admin' }],
};

type Ending = (n: number) => readonly [readonly [AnyDecider, Id], Message];

describe('SD5: of those who administer', () => {
  let store: Starting;
  let handler: DecideHandler;

  const ask = async (actor: Actor, [decider, stream]: readonly [AnyDecider, Id], command: Message): Promise<string> => {
    const commandId = randomUUID();
    const { actorId, orgId } = actor;
    const occasion = { actorId, orgId, commandId, correlationId: commandId, source: 'web' } as const;
    const outcome: Outcome = await handler.execute(new Decide(decider, stream, command, { actor, occasion }));
    return outcome.recorded ? 'recorded' : outcome.code;
  };
  const grantsTo = (n: number) => [grants, grantsOf(the('person', n))] as const;
  const accountAt = (n: number) => [account, accountOf(the('person', n))] as const;
  const end = { type: 'EndGrant', data: { number: 1, reason: 'Retired' } };
  const shut = { type: 'DisableAccount', data: { reason: 'Left' } };
  const dissolve = { type: 'DissolveOrganisation', data: { reason: 'Merged' } };
  const leave = (n: number) => ({ type: 'LeavePost', data: { postId: the('post', n), to: NOW.toISOString() } });

  const settle = async (n: number) => {
    const postId = the('post', n);
    const asBody = { name: 'A body', orgKind: 'department', territoryId: the('territory', 1), temporary: false };
    expect([
      await ask(founder, [organisation, body(n)], { type: 'CreateOrganisation', data: asBody }),
      await ask(founder, [organisation, body(n)], { type: 'EstablishPost', data: { postId, title: 'Keeper' } }),
      await ask(founder, [person, the('person', n)], { type: 'RegisterPerson', data: { name: 'Lin' } }),
      await ask(founder, [person, the('person', n)], {
        type: 'HoldPost',
        data: { postId, orgId: body(n), from: SINCE },
      }),
      await ask(SYSTEM, accountAt(n), { type: 'AddAccount', data: { personId: the('person', n) } }),
    ]).toEqual(Array.from({ length: 5 }, () => 'recorded'));
  };
  const [firstId, secondId] = [the('person', 1), the('person', 2)];
  const found = () =>
    ask(SYSTEM, grantsTo(9), {
      type: 'FoundAdministrator',
      data: { personId: the('person', 9), from: SINCE, reason: 'The first one' },
    });
  const handOver = () =>
    ask(founder, grantsTo(9), { type: 'HandOverAdministration', data: { number: 1, firstId, secondId } });
  const takeOver = (n: number) =>
    ask(SYSTEM, grantsTo(n), {
      type: 'TakeOverAdministration',
      data: { personId: the('person', n), from: SINCE, reason: 'Named', namedIn: grantsOf(the('person', 9)) },
    });

  beforeEach(async () => {
    store = new Starting(() => NOW);
    const personal = new PersonalDataCipher(new MemoryKeyStore());
    handler = new DecideHandler(
      store,
      personal,
      datedByClock(() => NOW),
      STREAMS_OF_ALL,
      rightsIn(store),
    );
    const data = { name: 'County', level: 'county', validFrom: SINCE };
    await ask(founder, [territory, the('territory', 1)], { type: 'AddTerritory', data });
    await settle(9);
    await settle(1);
    await settle(2);
    expect([await found(), await handOver(), await takeOver(1), await takeOver(2)]).toEqual(
      Array.from({ length: 4 }, () => 'recorded'),
    );
  });

  it('nobody takes themselves away: their grant, their account, their post, or the body of their post', async () => {
    expect([
      await ask(one, grantsTo(1), end),
      await ask(one, accountAt(1), shut),
      await ask(one, [person, the('person', 1)], leave(1)),
      await ask(one, [organisation, body(1)], dissolve),
    ]).toEqual(['OWN_ADMINISTRATION', 'OWN_ACCOUNT', 'OWN_POST', 'OWN_BODY']);
  });

  const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000).toISOString();
  const told = (n: number, days: number) => ({ type: 'LeavePost', data: { postId: the('post', n), to: later(days) } });
  const leaving = (actor: Actor, n: number, days = 30) => ask(actor, [person, the('person', n)], told(n, days));

  it('SD5: one who is told to go ends nobody who stays, in whatever way, be it today or some day', async () => {
    expect(await leaving(one, 2)).toBe('recorded');
    expect([
      await leaving(two, 1, 7),
      await leaving(two, 1, 60),
      await ask(two, [person, the('person', 1)], leave(1)),
      await ask(two, [person, the('person', 1)], {
        type: 'CorrectAppointment',
        data: { postId: the('post', 1), since: SINCE, from: SINCE, to: later(7), reason: 'Mistyped' },
      }),
      await ask(two, grantsTo(1), end),
      await ask(two, accountAt(1), shut),
      await ask(two, [organisation, body(1)], dissolve),
    ]).toEqual(Array.from({ length: 7 }, () => 'OWN_END_AHEAD'));
    // Whoever stays goes on, and locking somebody who does not administer is always possible (A6).
    expect(await ask(two, accountAt(9), shut)).toBe('recorded');
    expect(await ask(one, grantsTo(2), end)).toBe('recorded');
  });

  it('SD5: of two who tell each other’s end at one moment one stays', async () => {
    store.waitFor = 2;
    const codes = await Promise.all([leaving(one, 2, 7), leaving(two, 1, 7)]);
    expect([...codes].sort()).toEqual(['OWN_END_AHEAD', 'recorded']);
    const [stays, goes] = codes[0] === 'recorded' ? [one, two] : [two, one];
    expect(await leaving(goes, stays === one ? 1 : 2, 8)).toBe('OWN_END_AHEAD');
  });

  it('SD5: whoever ends a grant while their own end is told at that moment does not', async () => {
    store.waitFor = 2;
    const codes = await Promise.all([ask(one, grantsTo(2), end), leaving(two, 1, 7)]);
    expect(codes.filter((code) => code === 'recorded')).toHaveLength(1);
  });

  it.each<[string, Ending]>([
    ['their grants', (n) => [grantsTo(n), end]],
    ['their accounts', (n) => [accountAt(n), shut]],
    ['their posts', (n) => [[person, the('person', n)], leave(n)]],
    ['their bodies', (n) => [[organisation, body(n)], dissolve]],
  ])('two who end each other at one moment by %s: one is left', async (_, ending) => {
    store.waitFor = 2;
    const [bySecond, byFirst] = [ending(1), ending(2)];
    const codes = await Promise.all([ask(one, ...byFirst), ask(two, ...bySecond)]);
    expect(codes.filter((code) => code === 'recorded')).toHaveLength(1);
    const left = codes[0] === 'recorded' ? one : two;
    expect(
      await ask(left, [territory, the('territory', 2)], {
        type: 'AddTerritory',
        data: { name: 'Town', level: 'township', parentId: the('territory', 1), validFrom: SINCE },
      }),
    ).toBe('recorded');
  });
});
