import type { Actor } from '#access';
import { recordedAppointments } from '#contexts/parties';
import { evolve, type Foldable, type Id, type Message, type StateSource } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { grantsOf } from './grant/grant.state.js';
import { aGrant, anAdministrator, anEnd, aProposal, SINCE, the } from './grants.examples.js';
import { recordedRights } from './recorded-rights.js';
import { standingOf } from './standings.js';

const { occurredAt: recordedAt } = anAdministrator();
const LATER = '2022-06-01T00:00:00.000Z';
const added = { type: 'AccountAdded', data: { personId: the('person') } };
const shut = { type: 'AccountDisabled', data: { reason: 'Left' } };
const lin: Actor = { actorId: the('person'), orgId: the('organisation'), grants: [], byRecord: true };

type Log = Readonly<Record<Id, readonly Message[]>>;

const source = (log: Log): StateSource => ({
  state: <S>(of: Foldable<S>, stream: Id) =>
    Promise.resolve(
      (log[stream] ?? []).reduce(
        (state, event) => evolve(of, state, event, { ...anAdministrator(), recordedAt }),
        of.initial,
      ),
    ),
});

const account = { [the('account')]: [added] };
const held = (...events: readonly Message[]): Log => ({ ...account, [grantsOf(the('person'))]: events });

const rights = (log: Log, actor = lin, at: readonly string[] = [LATER], inPost = true) =>
  recordedRights({ inPost: () => Promise.resolve(inPost) }).of({ actor, kind: 'finding', at }, source(log));

const grantsIn = async (...asked: Parameters<typeof rights>) => (await rights(...asked))?.grants;
const inspector = { role: 'inspector', territory: aGrant().data.reach['territoryPath' as never] };

describe('what somebody may do by the record', () => {
  it('is what the log grants them, and the post that they act in', async () => {
    expect(await grantsIn(held(aGrant()))).toEqual([inspector]);
    const post = grantsOf(the('post', 5));
    const log = { ...held(aGrant()), [post]: [aGrant({ role: 'hq' })] };
    expect(await grantsIn(log)).toEqual([inspector]);
    expect(await grantsIn(log, { ...lin, postId: the('post', 5) })).toEqual([inspector, { ...inspector, role: 'hq' }]);
  });

  it('SD4: is what the post has where they act for another, but for administering, and nothing that either has by name', async () => {
    const post = grantsOf(the('post', 5));
    const unit = aGrant({ role: 'unitHead', reach: { orgId: the('organisation') } });
    const admin = aGrant({ number: 2, role: 'admin', reach: { nowhere: true } });
    const log = { ...account, [grantsOf(the('person', 7))]: [aGrant()], [post]: [unit, admin] };
    const wu = { ...lin, postId: the('post', 5) };
    expect((await grantsIn(log, wu))?.map(({ role }) => role)).toEqual(['unit-head', 'admin']);
    expect((await grantsIn(log, { ...wu, onBehalfOf: the('person', 7) }))?.map(({ role }) => role)).toEqual([
      'unit-head',
    ]);
  });

  it('SD4: is nothing that the post has where what they have by name excludes it, however that came together', async () => {
    const post = grantsOf(the('post', 5));
    const unit = aGrant({ role: 'unitHead', reach: { orgId: the('organisation') } });
    const hq = aGrant({ number: 2, role: 'hq' });
    const admin = aGrant({ role: 'admin', reach: { nowhere: true } });
    const roles = async (byName: readonly Message[]) => {
      const log = { ...held(...byName), [post]: [unit, hq] };
      return (await grantsIn(log, { ...lin, postId: the('post', 5) }))?.map(({ role }) => role);
    };
    expect(await roles([admin])).toEqual(['admin']);
    expect(await roles([aGrant()])).toEqual(['inspector', 'hq']);
    expect(await roles([aGrant(), anEnd()])).toEqual(['unit-head', 'hq']);
  });

  it('is nothing that waits for approval, or has ended', async () => {
    expect(await grantsIn(held(aProposal()))).toEqual([]);
    expect(await grantsIn(held(aGrant(), anEnd()))).toEqual([]);
    expect(await grantsIn({})).toEqual([]);
  });

  it('W4: is what counted at every moment that is asked for', async () => {
    expect(await grantsIn(held(aGrant()), lin, [SINCE, LATER])).toEqual([]);
    expect(await grantsIn(held(aGrant()), lin, [recordedAt, LATER])).toEqual([inspector]);
    expect(await grantsIn(held(aGrant({ to: LATER })), lin, [recordedAt, LATER])).toEqual([]);
  });

  it('is nothing without an account, or once it is shut', async () => {
    expect(await grantsIn({ [grantsOf(the('person'))]: [aGrant()] })).toEqual([]);
    expect(await grantsIn({ ...held(aGrant()), [the('account')]: [added, shut] })).toEqual([]);
  });

  it('W4: is nobody’s who is in no post', async () => {
    expect(await rights(held(aGrant()), lin, [LATER], false)).toBeUndefined();
  });

  it('is what a token of development states, of those who are in post', async () => {
    const { byRecord: _, ...stated } = { ...lin, grants: [{ role: 'hq', territory: '' } as const] };
    expect(await rights({}, stated)).toBe(stated);
    expect(await rights({}, stated, [LATER], false)).toBeUndefined();
  });
});

describe('how somebody stands who comes', () => {
  const standing = (...events: readonly Message[]) =>
    standingOf(source({ ...held(aGrant()), [the('account')]: events }), the('account'), {
      chosen: undefined,
      at: LATER,
    });

  it('is by their grants and posts, and nothing without an account that is open', async () => {
    expect(await standing(added)).toEqual({ personId: the('person'), posts: [], grants: [inspector] });
    expect(await standing(added, shut)).toBeUndefined();
    const opened = { type: 'AccountEnabled', data: { reason: 'Is back' } };
    expect(await standing(added, shut, opened)).toMatchObject({ personId: the('person') });
    expect(await standing()).toBeUndefined();
  });

  it('T29: tells what ended before it began anew', async () => {
    const opened = { type: 'AccountEnabled', data: { reason: 'Is back' } };
    const again = aGrant({ number: 2 });
    const post = {
      postId: the('post', 5),
      orgId: the('organisation'),
      territoryPath: '',
      territoryId: the('territory'),
    };
    const log = {
      [the('account')]: [added, shut, opened],
      [grantsOf(the('person'))]: [aGrant(), anEnd(), again],
      [the('person')]: [
        { type: 'PersonRegistered', data: {} },
        { type: 'PostHeld', data: { ...post, from: SINCE } },
        { type: 'PostLeft', data: { postId: post.postId, to: recordedAt } },
        { type: 'PostHeld', data: { ...post, from: recordedAt } },
      ],
    };
    const chosen = { postId: post.postId };
    expect(await standingOf(source(log), the('account'), { chosen, at: LATER })).toMatchObject({
      grants: [inspector],
      ended: { account: 1, post: 1, roles: ['inspector'], password: 0 },
    });
  });

  it('is another standing once somebody else ended the password', async () => {
    const reset = { type: 'AccountReset', data: {} };
    expect(await standing(added, reset, reset)).toMatchObject({ grants: [inspector], ended: { password: 2 } });
  });

  it('is another standing once the account is freed of a sign-in service’s name for them', async () => {
    const freed = { type: 'AccountUnpinned', data: { reason: 'Another number of staff' } };
    expect(await standing(added, freed, freed)).toMatchObject({ grants: [inspector], unpinned: 2 });
  });
});

describe('all that somebody stands by', () => {
  const asked: Id[] = [];
  /** Answers nobody before everybody has asked. */
  const silent: StateSource = {
    state: (_, stream) => {
      asked.push(stream);
      return new Promise(() => undefined);
    },
  };
  const own = [the('account'), the('person'), grantsOf(the('person')), grantsOf(the('post', 5))];

  beforeEach(() => {
    asked.length = 0;
  });

  it('is read together when they come', () => {
    void standingOf(silent, the('account'), { chosen: { postId: the('post', 5) }, at: LATER });
    expect(asked.toSorted()).toEqual(own.toSorted());
  });

  it('T28: is read of the other, too, for whom they act', () => {
    const onBehalfOf = the('person', 7);
    const streams = [the('account'), the('person'), onBehalfOf, grantsOf(the('post', 5))];
    void standingOf(silent, the('account'), { chosen: { postId: the('post', 5), onBehalfOf }, at: LATER });
    expect(asked.toSorted()).toEqual(streams.toSorted());
    asked.length = 0;
    const actor = { ...lin, postId: the('post', 5), onBehalfOf };
    const appointments = recordedAppointments({ isOver: () => Promise.resolve(true) });
    void recordedRights(appointments).of({ actor, kind: 'finding', at: [LATER] }, silent);
    expect(asked.toSorted()).toEqual([...streams, the('organisation')].toSorted());
  });

  it('is read together when they act', () => {
    const actor = { ...lin, postId: the('post', 5) };
    const appointments = recordedAppointments({ isOver: () => Promise.resolve(true) });
    void recordedRights(appointments).of({ actor, kind: 'finding', at: [LATER] }, silent);
    expect(asked.toSorted()).toEqual([...own, the('organisation')].toSorted());
  });
});
