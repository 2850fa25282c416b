import type { Id, LaidClaim } from '#kernel';
import { aLog, rowsAfter, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aClerk, HQ_J, HQ_Y, ORGANISATIONS, the } from '../directives.examples.js';
import type { Registered } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import { aMeeting } from './meeting.examples.js';
import { meetingCard } from './views/meeting-card.view.js';

const other = the('meeting', 40);
const around = { ownId: HQ_J.orgId, organisations: ORGANISATIONS, previous: undefined, twins: [] };
const given = specification(meeting, aClerk, { RegisterMeeting: around });
const register = (more: Partial<Registered> = {}) => ({ type: 'RegisterMeeting', data: aMeeting(more) }) as const;
const held = (more: Partial<Registered> = {}) =>
  ({ type: 'MeetingHeld', data: { ...aMeeting(more), registeredBy: HQ_J } }) as const;

/** Which are found beside one that is to be registered, where another has laid each claim that is looked up. */
const found = async (
  there: Partial<Registered> | undefined,
  more: Partial<Registered> = {},
  laid: Partial<LaidClaim> = {},
): Promise<readonly Id[]> => {
  const claim = { by: other, seenBy: { territory: '', orgs: [] }, occurredAt: aClerk.occurredAt, underWay: false };
  const log = aLog({ [HQ_J.orgId]: [], ...(there && { [other]: [held(there)] }) });
  const read = withClaims(log, () => [{ ...claim, ...laid }]);
  const own = { stream: the('meeting'), state: () => Promise.resolve(meeting.initial) };
  return (await meeting.facts.RegisterMeeting(read, aMeeting(more), own, aClerk)).twins;
};

describe('F8: two meetings of one body, day and title', () => {
  it('F8: the second is refused, unless it names the first as another', () => {
    const knowing = { RegisterMeeting: { ...around, twins: [other] } };
    given().when(register(), {}, knowing).thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
    const told = { notDuplicateOf: [other] };
    given().when(register(told), {}, knowing).then(held(told));
  });

  it('F8: are of the same body by its id or by its words, however these are written', async () => {
    expect(await found({})).toEqual([other]);
    expect(await found({}, { heldBy: ' 省 委', title: '第十二次专题会议 ' })).toEqual([other]);
    expect(await found({}, { heldBy: '省委员会' })).toEqual([]);
    const [byBody, elsewhere] = [{ heldById: HQ_J.orgId }, { heldById: HQ_Y.orgId, heldBy: '市委' }];
    expect(await found(byBody, { ...byBody, heldBy: '省委员会' })).toEqual([other]);
    expect(await found(byBody, elsewhere)).toEqual([]);
    expect(await found({}, byBody)).toEqual([other]);
  });

  it('F8: are no matter where day or title differ; a year that is not stated may be any', async () => {
    const on = (year: number | null, month = 3, day = 12) => ({ heldOn: { year, month, day } });
    expect(await found({}, { title: '第十三次专题会议' })).toEqual([]);
    for (const unlike of [on(2022, 4), on(2022, 3, 13)]) expect(await found(on(2022), unlike)).toEqual([]);
    expect(await found(on(2021), on(2022))).toEqual([]);
    expect(await found(on(2022), on(2022))).toEqual([other]);
    expect(await found(on(null), on(2022))).toEqual([other]);
    expect(await found(on(2022), on(null))).toEqual([other]);
  });

  it('F8: counts one that is only about to be registered', async () => {
    expect(await found(undefined, {}, { underWay: true })).toEqual([other]);
    expect(await found(undefined)).toEqual([]);
  });

  it('F8: lays claim to both ways, for those who will see it', () => {
    const data = aMeeting({ heldById: HQ_Y.orgId });
    const asked = { type: 'RegisterMeeting', data, facts: around } as const;
    const decision = meeting.decide.RegisterMeeting(asked.data, meeting.initial, aClerk, around);
    const seenBy = { territory: HQ_J.territoryPath, orgs: [HQ_J.orgId, HQ_Y.orgId] };
    expect(decision).toMatchObject({
      claims: [
        { key: ['meeting.words', '省委', '3', '12', '第十二次专题会议'], seenBy },
        { key: ['meeting.body', HQ_Y.orgId, '3', '12', '第十二次专题会议'], seenBy },
      ],
    });
  });

  it('F8: shows what was named as another', () => {
    const card = (more: Partial<Registered>) => rowsAfter(meetingCard, other, held(more)).get(other)?.notDuplicateOf;
    expect(card({ notDuplicateOf: [the('meeting')] })).toEqual([the('meeting')]);
    expect(card({})).toEqual([]);
  });
});
