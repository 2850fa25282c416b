import type { DutyPointEvent } from '#contexts/duties';
import type { OrganisationEvent, PersonEvent } from '#contexts/parties';
import { idOf, kindOf, namedBy, type AnyProcess, type Happening, type Id, type Message } from '#kernel';
import { aHappening, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { whenAHolderLeavesThenTheAssignmentIsInactive as process } from './when-a-holder-leaves-then-the-assignment-is-inactive.policy.js';

const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [lin, hu] = [the('person', 1), the('person', 2)];
const [station, office] = [the('organisation', 1), the('organisation', 2)];
const [clerk, head, inspector] = [the('post', 1), the('post', 2), the('post', 3)];
const [exit, entrance] = [the('dutyPoint', 1), the('dutyPoint', 2)];
const [first, second] = [the('assignment', 1), the('assignment', 2)];
const day = (n: number) => `2022-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;
/** After everything that is recorded here. */
const AHEAD = '2022-04-01T00:00:00.000Z';

type Said = (PersonEvent | OrganisationEvent | DutyPointEvent) & { readonly at: Pick<Happening, 'stream'> };

const took = (postId: Id<'post'>, orgId: Id<'organisation'>, from: string, who = lin): Said => ({
  type: 'PostHeld',
  data: { postId, orgId, territoryId: the('territory'), territoryPath: '', from },
  at: { stream: who },
});
const left = (postId: Id<'post'>, to: string, who = lin): Said => ({
  type: 'PostLeft',
  data: { postId, to },
  at: { stream: who },
});
const ended = (postId: Id<'post'>, to: string): Said => ({
  type: 'PostEnded',
  data: { postId, to },
  at: { stream: lin },
});
const dissolved = (dissolvedAt: string, which = station): Said => ({
  type: 'OrgDissolved',
  data: { dissolvedAt, reason: 'sealed' },
  at: { stream: which },
});

interface Holder {
  readonly orgId: Id<'organisation'>;
  readonly postId?: Id<'post'>;
  readonly personId?: Id<'person'>;
}
const assigned = (holder: Holder, from = day(5), [stream, assignmentId] = [exit, first]): Said => ({
  type: 'PartyAssigned',
  data: { assignmentId, party: 'individual', capacity: 'lead', holder, from },
  at: { stream },
});
const also = [entrance, second] as [typeof exit, typeof first];
const inPost = { orgId: station, postId: clerk, personId: lin };

/** What the last of these events asks for, after all of them. */
const given = (...events: readonly Said[]) => {
  const rows = rowsAfter(process.memory, lin, ...events);
  const [last] = events.slice(-1);
  if (!last) throw new Error('nothing happened');
  const { at, ...event } = last;
  const happening = { ...aHappening(at.stream, events.length - 1), ...at };
  const react = (process as AnyProcess).react[kindOf(at.stream)]?.[event.type];
  const asks = namedBy(process.memory, event, happening).flatMap(
    (key) => react?.(rows.get(key), event.data, happening, key) ?? [],
  );
  return asks.map(({ stream, command }) => [stream, command] as readonly [Id, Message]);
};

const deactivated = (from: string, [stream, assignmentId] = [exit, first]) => [
  stream,
  { type: 'DeactivateAssignment', data: { assignmentId, from } },
];

describe('a person who leaves a post', () => {
  it('F9: had left when the record is put right, and holds nothing from that moment', () => {
    const was = { from: day(1), to: day(20) };
    const corrected: Said = {
      type: 'AppointmentCorrected',
      data: { postId: clerk, was, from: day(1), to: day(18), reason: 'sealed' },
      at: { stream: lin },
    };
    expect(given(took(clerk, station, day(1)), assigned(inPost), left(clerk, day(20)), corrected)).toEqual([
      deactivated(day(18)),
    ]);
  });

  it('A6: holds none of the duties that name it, from then on', () => {
    expect(
      given(took(clerk, station, day(1)), assigned(inPost), assigned(inPost, day(6), also), left(clerk, day(20))),
    ).toEqual([deactivated(day(20)), deactivated(day(20), also)]);
  });

  it('A6: does not keep them for another post in the same organisation', () => {
    const both = [took(clerk, station, day(1)), took(head, station, day(1))];
    expect(given(...both, assigned(inPost), left(clerk, day(20)))).toEqual([deactivated(day(20))]);
  });

  it('A6: keeps the duties of another post, and those of others in the same post stay theirs', () => {
    expect(
      given(
        ...[took(clerk, station, day(1)), took(head, station, day(1)), took(clerk, station, day(1), hu)],
        ...[assigned({ ...inPost, postId: head }), assigned({ ...inPost, personId: hu }, day(5), also)],
        left(clerk, day(20)),
      ),
    ).toEqual([]);
  });

  it('A6: holds a duty that names the organisation and no post until the last post there is left', () => {
    const begun = [
      ...[took(clerk, station, day(1)), took(head, station, day(1)), took(inspector, office, day(1))],
      assigned({ orgId: station, personId: lin }),
    ];
    expect(given(...begun, left(clerk, day(10)))).toEqual([]);
    expect(given(...begun, left(clerk, day(10)), left(head, day(20)))).toEqual([deactivated(day(20))]);
    expect(given(...begun, left(head, day(20)), left(clerk, day(10)))).toEqual([deactivated(day(20))]);
    expect(given(...begun, left(inspector, day(10)))).toEqual([]);
  });

  it('A6: keeps a duty that names the organisation when the next post there begins with the end of the last', () => {
    const begun = [took(clerk, station, day(1)), took(head, station, day(10))];
    expect(given(...begun, assigned({ orgId: station, personId: lin }), left(clerk, day(10)))).toEqual([]);
  });

  it('A6: holds what they hold until the end comes, when that lies ahead', () => {
    expect(given(took(clerk, station, day(1)), assigned(inPost), left(clerk, AHEAD))).toEqual([]);
    expect(aHappening(lin, 2).recordedAt < AHEAD).toBe(true);
    expect(given(took(clerk, station, day(1)), assigned(inPost), left(clerk, AHEAD), ended(clerk, AHEAD))).toEqual([
      deactivated(AHEAD),
    ]);
  });

  it('A6: holds what they were assigned since their leave was told, and no longer than that', () => {
    const told = [took(clerk, station, day(1)), left(clerk, AHEAD)];
    expect(given(...told, assigned(inPost))).toEqual([]);
    expect(given(...told, assigned(inPost), ended(clerk, AHEAD))).toEqual([deactivated(AHEAD)]);
  });

  it('A6: stays, when the end of one of two posts has come, for a duty that names the organisation', () => {
    const both = [
      took(clerk, station, day(1)),
      took(head, station, day(1)),
      assigned({ orgId: station, personId: lin }),
    ];
    expect(given(...both, left(clerk, AHEAD), ended(clerk, AHEAD))).toEqual([]);
  });

  it('K9: held nothing when it is learned that they had left before they were assigned', () => {
    expect(given(took(clerk, station, day(1)), assigned(inPost), left(clerk, day(3)))).toEqual([deactivated(day(3))]);
  });

  it('A6: does not take it from the organisation, for which a post without a person stands', () => {
    const post = assigned({ orgId: station, postId: clerk });
    expect(given(took(clerk, station, day(1)), post, left(clerk, day(20)))).toEqual([]);
  });
});

describe('an organisation that is dissolved', () => {
  it('A6: holds nothing from then on, neither by itself nor by its posts and people', () => {
    const third: [typeof exit, typeof first] = [exit, the('assignment', 3)];
    expect(
      given(
        took(clerk, station, day(1)),
        ...[assigned({ orgId: station }), assigned({ orgId: station, postId: clerk }, day(5), also)],
        ...[assigned(inPost, day(5), third), assigned({ orgId: office }, day(5), [exit, the('assignment', 4)])],
        dissolved(day(20)),
      ),
    ).toEqual([deactivated(day(20)), deactivated(day(20), also), deactivated(day(20), third)]);
  });
});

describe('a duty that is assigned', () => {
  it('K9: from a moment in the past, ends when its holder left since', () => {
    const gone = [took(clerk, station, day(1)), left(clerk, day(20))];
    expect(given(...gone, assigned(inPost))).toEqual([deactivated(day(20))]);
    expect(given(...gone, took(clerk, station, day(22)), assigned(inPost))).toEqual([deactivated(day(20))]);
    expect(given(...gone, took(clerk, station, day(22)), assigned(inPost, day(23)))).toEqual([]);
  });

  it('K9: to a body that is dissolved in the meantime, ends with the body', () => {
    expect(given(dissolved(day(20)), assigned({ orgId: station }))).toEqual([deactivated(day(20))]);
  });

  it('A7: to a holder who is there, asks for nothing', () => {
    expect(given(took(clerk, station, day(1)), assigned(inPost))).toEqual([]);
    expect(given(took(clerk, station, day(1)), assigned({ orgId: office }))).toEqual([]);
  });
});
