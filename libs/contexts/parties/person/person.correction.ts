import { happened, refused, type DataOf, type Decision, type Id, type Occasion, type Refusal } from '#kernel';
import { corrected, type CORRECTION_REFUSALS } from '../correction.js';
import type { OrganisationState } from '../organisation/organisation.state.js';
import { tooEarly, type PERIOD_REFUSALS } from '../period.js';
import type { PersonCommand } from './person.commands.js';
import type { PersonEvent } from './person.events.js';
import type { Appointment, PersonState } from './person.state.js';

const FOUNDING = { en: 'the founding of the body', zh: '机构成立' };

type Outside = 'OCCURRED_BEFORE' | keyof typeof PERIOD_REFUSALS;

/** W1, W2: nobody comes to hold a post of a body that was not there yet, or is there no longer. */
export const outsideBody = (from: string, body: OrganisationState): Refusal<Outside> | undefined => {
  const early = tooEarly(from, 'from', { act: FOUNDING, at: body.is === 'new' ? undefined : body.validFrom });
  if (early) return early;
  return body.is === 'dissolved' && from >= body.dissolvedAt ? refused('BODY_DISSOLVED_BY_THEN', 'from') : undefined;
};

/** The appointment to this post that is entered as beginning then. */
export const appointmentOf = (state: PersonState, postId: Id<'post'>, since: string): Appointment | undefined =>
  state.is === 'new' ? undefined : state.appointments.find((held) => held.postId === postId && held.from === since);

/** What an appointment and its correction rest on. */
export interface Correcting {
  readonly body: OrganisationState;
}

type Code = 'POST_NOT_HELD' | 'ENDS_BEFORE_IT_BEGINS' | 'PERIODS_OVERLAP' | Outside | keyof typeof CORRECTION_REFUSALS;

/** Puts a period right: it stays one that has ended or lasts, and none of the same post overlaps it. */
export const correctAppointment = (
  { postId, since, reason, ...given }: DataOf<PersonCommand, 'CorrectAppointment'>,
  state: PersonState,
  _: Occasion,
  { body }: Correcting,
): Decision<PersonEvent, Code> => {
  const held = appointmentOf(state, postId, since);
  if (!held) return refused('POST_NOT_HELD', 'postId');
  const answer = corrected(given, held, reason);
  if ('refused' in answer) return answer;
  const { from = held.from, to = held.to } = answer.changed;
  const span: Span = { from, to };
  const no = cannotBe(span, held, state) ?? outsideBody(span.from, body);
  if (no) return no;
  const was = { from: held.from, ...endOf(held) };
  const { changed } = answer;
  return happened({
    type: 'AppointmentCorrected',
    data: { postId, was, from: span.from, ...endOf(span), reason: changed.reason },
  });
};

const endOf = ({ to }: Pick<Span, 'to'>) => (to === undefined ? {} : { to });

/** What stands against such a period of this appointment. */
const cannotBe = ({ from, to }: Span, held: Appointment, state: PersonState): Refusal<Code> | undefined => {
  if (to !== undefined && held.to === undefined) return refused('POST_NOT_HELD', 'to');
  if (to !== undefined && to < from) return refused('ENDS_BEFORE_IT_BEGINS', 'to');
  return overlaps(state, held, { from, to }) ? refused('PERIODS_OVERLAP', 'from') : undefined;
};

interface Span {
  readonly from: string;
  readonly to?: string | undefined;
}

const overlaps = (state: PersonState, held: Appointment, { from, to }: Span): boolean =>
  state.is === 'registered' &&
  state.appointments.some(
    (other) =>
      other !== held &&
      other.postId === held.postId &&
      (to === undefined || other.from < to) &&
      (other.to === undefined || from < other.to),
  );
