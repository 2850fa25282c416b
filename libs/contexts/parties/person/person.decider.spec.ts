import { personalFields } from '#kernel';
import { by, keepsTheLaws, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aDeparture,
  aDissolution,
  anAdmin,
  anAppointment,
  anOrganisation,
  anEnd,
  aPerson,
  aPost,
  cityPath,
  the,
} from '../parties.examples.js';
import { organisation } from '../organisation/organisation.decider.js';
import type { PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import { personEvents } from './person.events.js';
import { holdsPost, postsHeldAt } from './person.state.js';

const place = { territory: { is: 'new' }, parent: undefined, dependants: [] } as const;
const nowhere = { CreateOrganisation: place, CorrectOrganisation: place };
const active = specification(organisation, anAdmin, nowhere)(anOrganisation(), aPost()).state();
const correcting = { body: active, isOwn: false, stays: true };
const alone = { isAnybody: false, seen: [] };
const deciding = {
  ...{ HoldPost: correcting, CorrectAppointment: correcting, LeavePost: { isOwn: false, stays: true } },
  ...{ NameDeputy: { deputy: { is: 'new' } as const, isSelf: false }, ReportAbsence: alone },
};
const hold = (from: string, postId = the('post')): PersonCommand => ({
  type: 'HoldPost',
  data: { postId, orgId: the('organisation'), from },
});

describe('a person', () => {
  keepsTheLaws(person);
  const given = specification(person, anAdmin, deciding);

  it('is registered once, and the name is personal', () => {
    given()
      .when({ type: 'RegisterPerson', data: { name: 'Lin' } })
      .then(aPerson());
    given(aPerson())
      .when({ type: 'RegisterPerson', data: { name: 'Lin' } })
      .thenRefused('PERSON_EXISTS');
    expect(personalFields(personEvents.facts.PersonRegistered.schema)).toEqual([['name'], ['nameEn']]);
  });

  it('holds a post of an organisation, in the place where that stands', () => {
    given(aPerson()).when(hold('2022-01-01T00:00:00.000Z')).then(anAppointment());
  });

  it('W1: holds no post before the body was there, as far as that is stated', () => {
    const body = { ...active, validFrom: '2022-01-02T00:00:00.000Z' } as typeof active;
    const HoldPost = { body, isOwn: false, stays: true };
    given(aPerson()).when(hold('2022-01-01T00:00:00.000Z'), {}, { HoldPost }).thenRefused('OCCURRED_BEFORE', 'from');
    given(aPerson())
      .when(hold('2022-01-02T00:00:00.000Z'), {}, { HoldPost })
      .then(anAppointment({ from: '2022-01-02T00:00:00.000Z' }));
  });

  it('W2: holds no post before 1949-10-01, whatever is known of the body', () => {
    given(aPerson()).when(hold('1949-09-30T15:59:59.999Z')).thenRefused('BEFORE_1949', 'from');
    given(aPerson())
      .when(hold('1949-09-30T16:00:00.000Z'))
      .then(anAppointment({ from: '1949-09-30T16:00:00.000Z' }));
    given(aPerson(), anAppointment())
      .when({
        type: 'CorrectAppointment',
        data: { postId: the('post'), since: anAppointment().data.from, from: '0000-01-01T00:00:00.000Z', reason: 'x' },
      })
      .thenRefused('BEFORE_1949', 'from');
  });

  it('W1: comes to hold no post of a body that was dissolved by then, nor was there yet', () => {
    const dissolved = specification(organisation, anAdmin, nowhere)(
      anOrganisation({ validFrom: '2010-01-01T00:00:00.000Z' }),
      aPost(),
      aDissolution(),
    ).state();
    const asked = (from: string) =>
      given(aPerson(), anAppointment(), aDeparture({ to: '2022-09-01T00:00:00.000Z' })).when(
        {
          type: 'CorrectAppointment',
          data: { postId: the('post'), since: anAppointment().data.from, from, reason: 'It was mistyped' },
        },
        {},
        { CorrectAppointment: { ...correcting, body: dissolved } },
      );
    asked(aDissolution().data.dissolvedAt).thenRefused('BODY_DISSOLVED_BY_THEN', 'from');
    asked('2009-12-31T00:00:00.000Z').thenRefused('OCCURRED_BEFORE', 'from');
  });

  it('holds only posts that the organisation has', () => {
    given(aPerson())
      .when(hold('2022-01-01T00:00:00.000Z', the('post', 7)))
      .thenRefused('POST_NOT_FOUND', 'postId');
  });

  it('holds posts of active organisations only', () => {
    given(aPerson())
      .when(hold('2022-01-01T00:00:00.000Z'), {}, { HoldPost: { ...correcting, body: { is: 'new' } } })
      .thenRefused('ORGANISATION_NOT_FOUND', 'orgId');
    const dissolved = specification(organisation, anAdmin, nowhere)(anOrganisation(), aPost(), aDissolution()).state();
    given(aPerson())
      .when(hold('2022-01-01T00:00:00.000Z'), {}, { HoldPost: { ...correcting, body: dissolved } })
      .thenRefused('ORGANISATION_NOT_FOUND', 'orgId');
  });

  it('SD4: is appointed by somebody else, for a post may come with grants, unless it is the first post of all', () => {
    const own = { HoldPost: { ...correcting, isOwn: true } };
    given(aPerson(), anAppointment(), aDeparture())
      .when(hold('2022-04-01T00:00:00.000Z'), {}, own)
      .thenRefused('OWN_POST');
    given(aPerson()).when(hold('2022-01-01T00:00:00.000Z'), {}, own).then(anAppointment());
  });

  it('SD5: is taken out of a post by somebody else, who is still there then to put somebody in', () => {
    const to = '2022-03-01T00:00:00.000Z';
    const own = { LeavePost: { isOwn: true, stays: true }, CorrectAppointment: { ...correcting, isOwn: true } };
    given(aPerson(), anAppointment())
      .when({ type: 'LeavePost', data: { postId: the('post'), to } }, {}, own)
      .thenRefused('OWN_POST');
    const { from: since } = anAppointment().data;
    const data = { postId: the('post'), since, from: '2021-06-01T00:00:00.000Z', reason: 'It was mistyped' };
    given(aPerson(), anAppointment()).when({ type: 'CorrectAppointment', data }, {}, own).thenRefused('OWN_POST');
  });

  it('leaves a post that is held, not before taking it', () => {
    const leave = (to: string) => ({ type: 'LeavePost', data: { postId: the('post'), to } }) as const;
    given(aPerson(), anAppointment()).when(leave('2022-03-01T00:00:00.000Z')).then(aDeparture());
    given(aPerson(), anAppointment())
      .when(leave('2021-12-31T00:00:00.000Z'))
      .thenRefused('ENDS_BEFORE_IT_BEGINS', 'to');
    given(aPerson()).when(leave('2022-03-01T00:00:00.000Z')).thenRefused('POST_NOT_HELD', 'postId');
    given(aPerson(), anAppointment(), aDeparture())
      .when(leave('2022-04-01T00:00:00.000Z'))
      .thenRefused('POST_NOT_HELD', 'postId');
  });
});

describe('A6: a post whose end was told ahead', () => {
  const given = specification(person, { ...anAdmin, actorId: 'system-00000000-0000-4000-8000-000000000001' }, deciding);
  const { to: due } = aDeparture().data;
  const end = (to = due) => ({ type: 'EndPost', data: { postId: the('post'), to } }) as const;
  const told = (recordedAt = '2022-02-01T00:00:00.000Z') => by({ recordedAt }, aDeparture());

  it('ends when its moment has come, once', () => {
    given(aPerson(), anAppointment(), told()).when(end(), { occurredAt: due }).then(anEnd());
    given(aPerson(), anAppointment(), told(), anEnd()).when(end()).then();
  });

  it('A6: does not end before its moment, whoever says that it has come', () => {
    given(aPerson(), anAppointment(), told())
      .when(end(), { occurredAt: '2022-02-28T23:59:59.999Z' })
      .thenRefused('END_NOT_COME', 'to');
  });

  it('A6: does not end once more where it had ended when that was told', () => {
    given(aPerson(), anAppointment(), told(due)).when(end()).then();
    const right = '2022-02-15T00:00:00.000Z';
    const was = { from: anAppointment().data.from, to: due };
    const data = { postId: the('post'), was, from: was.from, to: right, reason: 'Mistyped' };
    const corrected = { type: 'AppointmentCorrected', data } as const;
    given(aPerson(), anAppointment(), told(), by({ recordedAt: right }, corrected))
      .when(end(right))
      .then();
    given(aPerson(), anAppointment(), told(), by({ recordedAt: was.from }, corrected))
      .when(end(right))
      .then(anEnd({ to: right }));
  });

  it('does not end at a moment that nobody told', () => {
    given(aPerson(), anAppointment()).when(end()).thenRefused('POST_NOT_HELD', 'postId');
    given(aPerson(), anAppointment(), aDeparture())
      .when(end('2022-03-02T00:00:00.000Z'))
      .thenRefused('POST_NOT_HELD', 'postId');
  });

  it('ends by the clock alone: nobody can ask for it', () => {
    expect(person.commands.declared.EndPost.who).toEqual(['system']);
  });
});

describe('A5: appointments are periods, never overwritten', () => {
  const given = specification(person, anAdmin, deciding);
  const post = { postId: the('post'), orgId: the('organisation') };

  it('a second period stands beside the first, after it', () => {
    const back = '2022-06-01T00:00:00.000Z';
    given(aPerson(), anAppointment(), aDeparture())
      .when(hold(back))
      .then(anAppointment({ from: back }));
  });

  it('two periods in one post do not overlap', () => {
    given(aPerson(), anAppointment()).when(hold('2022-06-01T00:00:00.000Z')).thenRefused('ALREADY_IN_POST', 'postId');
    given(aPerson(), anAppointment(), aDeparture())
      .when(hold('2022-02-01T00:00:00.000Z'))
      .thenRefused('PERIODS_OVERLAP', 'from');
  });

  it('who held a post on a day of the past can still be told', () => {
    const back = '2022-06-01T00:00:00.000Z';
    const state = given(aPerson(), anAppointment(), aDeparture(), anAppointment({ from: back })).state();
    expect(holdsPost(state, post, '2021-12-31T23:59:59.999Z')).toBe(false);
    expect(holdsPost(state, post, '2022-01-01T00:00:00.000Z')).toBe(true);
    expect(holdsPost(state, post, '2022-03-01T00:00:00.000Z')).toBe(false);
    expect(holdsPost(state, post, back)).toBe(true);
    expect(holdsPost(state, { ...post, orgId: the('organisation', 2) }, back)).toBe(false);
    expect(postsHeldAt(state, '2022-02-01T00:00:00.000Z')).toEqual([
      {
        ...post,
        territoryId: the('territory', 1),
        territoryPath: cityPath,
        from: '2022-01-01T00:00:00.000Z',
        to: '2022-03-01T00:00:00.000Z',
        isOver: true,
      },
    ]);
  });
});

describe('an entry about a person that was wrong', () => {
  const given = specification(person, anAdmin, deciding);
  const [since, to] = [anAppointment().data.from, aDeparture().data.to];
  const [earlier, later] = ['2021-12-01T00:00:00.000Z', '2022-04-01T00:00:00.000Z'];
  const right = (data: { from?: string; to?: string; reason?: string }) =>
    ({ type: 'CorrectAppointment', data: { postId: the('post'), since, reason: 'Mistyped', ...data } }) as const;
  const corrected = (from: string, end?: string) =>
    ({
      type: 'AppointmentCorrected',
      data: {
        ...{ postId: the('post'), was: { from: since, ...(end && { to }) }, from, ...(end && { to: end }) },
        reason: 'Mistyped',
      },
    }) as const;

  it('F9: has its name put right, which stays personal', () => {
    const correct = { type: 'CorrectPerson', data: { name: 'Lin Yi', reason: 'Mistyped' } } as const;
    given(aPerson()).when(correct).then({ type: 'PersonCorrected', data: correct.data });
    given(aPerson())
      .when({ ...correct, data: { name: 'Lin Yi' } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given().when(correct).thenRefused('PERSON_NOT_THERE');
    expect(personalFields(personEvents.facts.PersonCorrected.schema)).toEqual([['name'], ['nameEn'], ['reason']]);
  });

  it('F9: may have an English name, as personal as the other', () => {
    const called = { name: '林', nameEn: 'Lin' };
    given().when({ type: 'RegisterPerson', data: called }).then({ type: 'PersonRegistered', data: called });
    const correct = { type: 'CorrectPerson', data: { ...called, reason: 'Mistyped' } } as const;
    given(aPerson()).when(correct).then({ type: 'PersonCorrected', data: correct.data });
  });

  it('F9: has the period of an appointment put right', () => {
    given(aPerson(), anAppointment())
      .when(right({ from: earlier }))
      .then(corrected(earlier));
    given(aPerson(), anAppointment(), aDeparture())
      .when(right({ to: later }))
      .then(corrected(since, later));
    const state = given(aPerson(), anAppointment(), aDeparture(), corrected(earlier, later)).state();
    expect(postsHeldAt(state, earlier)).toHaveLength(1);
    expect(postsHeldAt(state, '2022-03-31T00:00:00.000Z')).toHaveLength(1);
    expect(postsHeldAt(state, later)).toEqual([]);
  });

  it('F9: names an appointment that is there, says what is right, and keeps the rules of periods', () => {
    const ended = given(aPerson(), anAppointment(), aDeparture());
    given(aPerson())
      .when(right({ from: earlier }))
      .thenRefused('POST_NOT_HELD', 'postId');
    given(aPerson(), anAppointment())
      .when(right({ to: later }))
      .thenRefused('POST_NOT_HELD', 'to');
    ended.when(right({ to })).thenRefused('NOTHING_TO_CORRECT');
    ended.when(right({ to: later, reason: '' })).thenRefused('REASON_REQUIRED', 'reason');
    ended.when(right({ to: earlier })).thenRefused('ENDS_BEFORE_IT_BEGINS', 'to');
    given(aPerson(), anAppointment(), aDeparture(), anAppointment({ from: to }))
      .when(right({ to: later }))
      .thenRefused('PERIODS_OVERLAP', 'from');
    const CorrectAppointment = { ...correcting, body: { ...active, validFrom: since } as typeof active };
    ended.when(right({ from: earlier }), {}, { CorrectAppointment }).thenRefused('OCCURRED_BEFORE', 'from');
  });
});
