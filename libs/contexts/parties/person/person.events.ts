import { anId, anInstant, aTerritoryPath, eventsOf, fact, personal, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { deputyHappenings } from './deputy.events.js';
import { personCommands } from './person.commands.js';

const { CorrectPerson, EndPost, HoldPost, LeavePost, RegisterPerson } = personCommands.declared;

/** Every fact that a `person-…` stream can hold. Periods are half-open: from this instant until just before that one. */
export const personEvents = eventsOf('person', {
  PersonRegistered: fact('Person registered', '人员已登记', shapeOf(RegisterPerson.takes)),
  PostHeld: fact('Post held', '人员任职', {
    ...shapeOf(HoldPost.takes),
    territoryId: anId('territory'),
    territoryPath: aTerritoryPath(),
  }),
  /** That somebody leaves, at a moment that may lie ahead. */
  PostLeft: fact('Post left', '人员离任', shapeOf(LeavePost.takes)),
  PersonCorrected: fact('Person entry corrected', '人员登记已更正', {
    ...shapeOf(CorrectPerson.takes),
    reason: personal(),
  }),
  /** Which appointment, how its period was entered, and how it is. */
  AppointmentCorrected: fact('Appointment entry corrected', '任职登记已更正', {
    postId: anId('post'),
    was: z.strictObject({ from: anInstant(), to: anInstant().optional() }),
    from: anInstant(),
    to: anInstant().optional(),
    reason: personal(),
  }),
  /** That a moment has come which lay ahead when it was told. */
  PostEnded: fact('End of an appointment reached', '任职到期', shapeOf(EndPost.takes)),
  ...deputyHappenings,
});

export type PersonEvent = EventOf<typeof personEvents>;
