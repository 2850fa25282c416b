import { decide, type Id, type Message } from '#kernel';
import { aLog, by, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aDeputy,
  aDeparture,
  anAbsence,
  anAdmin,
  anAppointment,
  anEnd,
  aPerson,
  cityPath,
  the,
} from '../parties.examples.js';
import { alsoAway, deputyKey, postsActedIn } from './deputy.pairs.js';
import { actsFor } from './deputy.state.js';
import { person } from './person.decider.js';
import type { PersonCommand } from './person.commands.js';
import type { PersonEvent } from './person.events.js';
import { personStream } from './person.state.js';

const [chen, wu] = [the('person'), the('person', 2)];
const [head, at] = [the('person', 9), '2022-05-02T01:00:00.000Z'];
const held = { postId: the('post'), orgId: the('organisation') };
const own = anAppointment({ postId: the('post', 2) });
const alone = { isAnybody: false, seen: [] as readonly Id[] };
const correcting = { body: { is: 'new' } as const, isOwn: false, stays: true };
const none = { HoldPost: correcting, CorrectAppointment: correcting };
const stateOf = (...events: readonly PersonEvent[]) =>
  specification(person, anAdmin, {
    ...none,
    NameDeputy: { deputy: { is: 'new' }, isSelf: false },
    ReportAbsence: alone,
  })(...events).state();
const inBody = stateOf(aPerson(), own);
const facts = {
  ...{ ...none, NameDeputy: { deputy: inBody, isSelf: false } },
  ReportAbsence: { ...alone, isOwn: true },
};
const known = {
  NameDeputy: facts.NameDeputy,
  EnterAbsence: { isOwn: false },
  EnterReturn: { isOwn: false },
  ReportReturn: { isOwn: true },
};
const byHead = { ...anAdmin, actorId: head, orgId: the('organisation') };
const given = specification(person, byHead, facts, known);
const name = (data: object = {}): PersonCommand => ({
  type: 'NameDeputy',
  data: { postId: the('post'), deputyId: wu, ...data },
});
const { postId, from, to, reason } = anAbsence().data;
const report = (data: object = {}): PersonCommand => ({
  type: 'ReportAbsence',
  data: { postId, from, to, reason, ...data },
});
const enter = (data: object = {}): PersonCommand => ({
  type: 'EnterAbsence',
  data: { postId, from, to, reason, ...data },
});

describe('the deputy of a post', () => {
  const chenInPost = given(aPerson(), anAppointment());

  it('A4: is somebody else of the body who is not away', () => {
    chenInPost.when(name()).then(aDeputy());
    const naming = (deputy: typeof inBody, isSelf = false) => ({ NameDeputy: { deputy, isSelf } });
    chenInPost.when(name(), {}, naming(inBody, true)).thenRefused('SAME_PERSON', 'deputyId');
    const elsewhere = stateOf(aPerson(), anAppointment({ orgId: the('organisation', 2) }));
    chenInPost.when(name(), {}, naming(elsewhere)).thenRefused('DEPUTY_NOT_IN_BODY', 'deputyId');
    const away = stateOf(aPerson(), own, anAbsence({ postId: the('post', 2) }));
    chenInPost.when(name({ from }), {}, naming(away)).thenRefused('DEPUTY_ABSENT', 'deputyId');
    chenInPost.when(name({ from: to }), {}, naming(away)).then(aDeputy({ from: to }));
  });

  it('A6: is named for a post that is held, once, and ended', () => {
    given(aPerson()).when(name()).thenRefused('POST_NOT_HELD', 'postId');
    given(aPerson(), anAppointment(), aDeparture()).when(name()).thenRefused('POST_NOT_HELD', 'postId');
    given(aPerson(), anAppointment(), aDeputy()).when(name()).thenRefused('ALREADY_DEPUTY', 'deputyId');
    const end: PersonCommand = { type: 'EndDeputy', data: { postId } };
    given(aPerson(), anAppointment(), aDeputy())
      .when(end, { occurredAt: at })
      .then({ type: 'DeputyEnded', data: { postId, to: at } });
    chenInPost.when(end).thenRefused('NO_DEPUTY', 'postId');
    given(aPerson(), anAppointment(), aDeputy())
      .when({ type: 'EndDeputy', data: { postId: the('post', 7) } })
      .thenRefused('NO_DEPUTY', 'postId');
  });

  it('A6: is named for a post, and its holder told away, until an end that was told ahead has come', () => {
    const leaving = aDeparture({ to: '2022-06-01T00:00:00.000Z' });
    const [stillThere, gone] = [
      given(aPerson(), anAppointment(), leaving),
      given(aPerson(), anAppointment(), leaving, anEnd(leaving.data)),
    ];
    stillThere.when(name()).then(aDeputy());
    stillThere.when(report()).then(anAbsence());
    stillThere.when(name({ from: leaving.data.to })).thenRefused('POST_NOT_HELD', 'postId');
    gone.when(name()).thenRefused('POST_NOT_HELD', 'postId');
    const owner = { territory: cityPath, orgs: [the('organisation')], register: true };
    const asked = { type: 'NameDeputy', data: { postId, deputyId: wu }, facts: facts.NameDeputy } as const;
    expect(person.owner(stillThere.state(), asked)).toEqual(owner);
    expect(person.owner(gone.state(), asked)).toEqual({ ...owner, orgs: [] });
  });

  it('SD4: is not whoever names them, and nobody enters the absence in which they would act', () => {
    chenInPost.when(name(), { actorId: wu }).thenRefused('OWN_DEPUTY', 'deputyId');
    const named = given(aPerson(), anAppointment(), aDeputy());
    named.when(enter(), { actorId: wu }).thenRefused('OWN_DEPUTY', 'postId');
    named.when(enter()).then(anAbsence());
  });

  it('SD4: is not named, ended or kept in by whoever acts in somebody’s name', () => {
    const acting = { actorId: wu, onBehalfOf: chen };
    const past = given(aPerson(), anAppointment(), aDeputy(), anAbsence());
    const back = { postId, since: from };
    for (const command of [
      ...[name(), report(), enter(), { type: 'EndDeputy', data: { postId } } as const],
      ...[{ type: 'ReportReturn', data: back } as const, { type: 'EnterReturn', data: back } as const],
    ]) {
      past.when(command, acting).thenRefused('IN_PERSON');
    }
  });

  it('is known by a claim, so that the deputy finds everybody for whom they stand in', () => {
    const asked = { type: 'NameDeputy', data: { postId, deputyId: wu }, facts: facts.NameDeputy } as const;
    expect(decide(person, asked, stateOf(aPerson(), anAppointment()), byHead)).toMatchObject({
      claims: [{ key: deputyKey(wu), seenBy: { orgs: [the('organisation')] } }],
    });
  });
});

describe('an absence', () => {
  const chenInPost = given(aPerson(), anAppointment());

  it('is reported by who is away, and entered for others by the head', () => {
    chenInPost.when(report()).then(anAbsence());
    chenInPost.when(report({ reason: undefined })).thenRefused('REASON_REQUIRED', 'reason');
    chenInPost
      .when(report(), {}, { ReportAbsence: { ...alone, isOwn: false } } as object)
      .thenRefused('NOT_THE_ABSENT_ONE');
    chenInPost.when(enter(), {}, { EnterAbsence: { isOwn: true } }).thenRefused('OWN_ABSENCE');
  });

  it('A5: is a period in a post that is held, and no two of them overlap', () => {
    chenInPost.when(report({ to: from })).thenRefused('ABSENCE_ENDS_FIRST', 'to');
    chenInPost.when(report({ from: '2021-01-01T00:00:00.000Z' })).thenRefused('POST_NOT_HELD', 'postId');
    const away = given(aPerson(), anAppointment(), anAbsence());
    away.when(report({ from: at, to: '2022-05-09T00:00:00.000Z' })).thenRefused('ABSENCE_OVERLAPS', 'from');
    away
      .when(report({ from: to, to: '2022-05-09T00:00:00.000Z' }))
      .then(anAbsence({ from: to, to: '2022-05-09T00:00:00.000Z' }));
  });

  it('ends when they are back, and was none where it had not begun', () => {
    const away = given(aPerson(), anAppointment(), anAbsence());
    const back: PersonCommand = { type: 'ReportReturn', data: { postId, since: from } };
    away.when(back, { occurredAt: at }).then({ type: 'AbsenceEnded', data: { postId, from, to: at } });
    away.when(back).then({ type: 'AbsenceEnded', data: { postId, from, to: from } });
    away.when(back, { occurredAt: to }).thenRefused('NOT_ABSENT', 'since');
    chenInPost.when(back).thenRefused('NOT_ABSENT', 'since');
    const never = { type: 'AbsenceEnded', data: { postId, from, to: from } } as const;
    expect(stateOf(aPerson(), anAppointment(), anAbsence(), never)).toMatchObject({ absences: [] });
  });

  const chens = [aPerson(), anAppointment(), by({ recordedAt: anAdmin.occurredAt }, aDeputy()), anAbsence()];
  const wus = [aPerson(), own];
  const laid = (who: Id) => [{ by: who, seenBy: 'everybody' as const, occurredAt: at, underWay: false }];
  const together = (stream: Id, streams: Readonly<Record<Id, readonly Message[]>>, period: object = {}) => {
    const log = withClaims(aLog(streams), (key) => (key[1] === wu ? laid(chen) : []));
    const data = { postId: stream === wu ? the('post', 2) : postId, from, to, ...period };
    return alsoAway(log, data, { stream, state: () => log.state(personStream, stream) });
  };

  it('A4: of a deputy is refused while who they stand in for is away, and names whose deputy they are', async () => {
    expect(await together(wu, { [chen]: chens, [wu]: wus })).toEqual({ isAnybody: true, seen: [chen] });
    const afterwards = { from: to, to: '2022-05-09T00:00:00.000Z' };
    expect(await together(wu, { [chen]: chens, [wu]: wus }, afterwards)).toEqual(alone);
    const ended = { type: 'DeputyEnded', data: { postId, to: from } } as const;
    expect(await together(wu, { [chen]: [...chens, ended], [wu]: wus })).toEqual(alone);
    const bothAway = { ReportAbsence: { isAnybody: true, seen: [chen], isOwn: true } };
    chenInPost.when(report(), {}, bothAway).thenRefused('BOTH_ABSENT', 'from');
    chenInPost.when(enter(), {}, bothAway).then(anAbsence());
  });

  it('A4: of who has a deputy is refused while that one is away', async () => {
    const named = chens.slice(0, 3);
    const away = [...wus, anAbsence({ postId: the('post', 2) })];
    expect(await together(chen, { [chen]: named, [wu]: away })).toEqual({ isAnybody: true, seen: [wu] });
    expect(await together(chen, { [chen]: named, [wu]: wus })).toEqual(alone);
  });
});

describe('whoever acts for another', () => {
  const acts = (chens: readonly PersonEvent[], wus: readonly PersonEvent[], when = at) => {
    const [principal, deputy] = [stateOf(aPerson(), ...chens), stateOf(aPerson(), ...wus)];
    return actsFor({ principal, deputy, deputyId: wu }, held, when);
  };
  const chens = [anAppointment(), aDeputy(), anAbsence()];

  it('W4: is their deputy, while they are away, in that very post', () => {
    expect(acts(chens, [own])).toBe(true);
    expect([acts(chens, [own], from), acts(chens, [own], to)]).toEqual([true, false]);
    expect(acts(chens, [own], '2022-04-30T15:59:59.999Z')).toBe(false);
    expect(acts([anAppointment(), anAbsence()], [own])).toBe(false);
    expect(acts([anAppointment(), aDeputy({ deputyId: the('person', 3) }), anAbsence()], [own])).toBe(false);
    expect(acts([anAppointment(), aDeputy({ postId: the('post', 5) }), anAbsence()], [own])).toBe(false);
    expect(acts([anAppointment({ orgId: the('organisation', 2) }), aDeputy(), anAbsence()], [own])).toBe(false);
  });

  it('W4: is their deputy from when it was recorded, not from when it is said', () => {
    const late = by({ recordedAt: at }, aDeputy());
    const before = '2022-05-02T00:59:59.999Z';
    const named = [anAppointment(), late, anAbsence()];
    expect([acts(named, [own], before), acts(named, [own], at)]).toEqual([false, true]);
  });

  it('A6: acts no longer once the post has ended, theirs or the other’s, and not again when it begins again', () => {
    const left = aDeparture({ to: '2022-05-01T12:00:00.000Z' });
    const again = anAppointment({ from: '2022-05-01T18:00:00.000Z' });
    expect(acts([...chens, left], [own])).toBe(false);
    expect(acts([...chens, left, again], [own])).toBe(false);
    const ownLeft = aDeparture({ postId: the('post', 2), to: '2022-05-01T12:00:00.000Z' });
    expect(acts(chens, [own, ownLeft])).toBe(false);
    expect(acts(chens, [own, ownLeft, anAppointment({ ...again.data, postId: the('post', 2) })])).toBe(false);
  });

  it('A4: acts not while they are away themselves', () => {
    const both = anAbsence({ postId: the('post', 2), from: at });
    expect(acts(chens, [own, both])).toBe(false);
    expect(acts(chens, [own, both], from)).toBe(true);
  });

  it('finds every post of those who are away, and no other', async () => {
    const laid = [{ by: chen, seenBy: 'everybody' as const, occurredAt: at, underWay: false }];
    const log = aLog({ [chen]: [aPerson(), ...chens], [wu]: [aPerson(), own] });
    const source: Parameters<typeof postsActedIn>[0] = {
      state: (of, stream) => log.state(of, stream),
      claims: (key) => Promise.resolve(key[1] === wu ? [...laid, ...laid] : []),
    };
    const found = await postsActedIn(source, wu, at);
    expect(found).toMatchObject([{ onBehalfOf: chen, held }]);
    expect(await postsActedIn(source, wu, to)).toEqual([]);
    expect(await postsActedIn(source, chen, at)).toEqual([]);
  });
});
