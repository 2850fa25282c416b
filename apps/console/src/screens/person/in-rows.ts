import type { Absence, Appointment, Person } from './query';

/** What is done about one appointment, and not about the person. */
const OF_APPOINTMENTS: readonly string[] = [
  ...['leavePost', 'correctAppointment'],
  ...['nameDeputy', 'endDeputy', 'reportAbsence', 'enterAbsence'],
];

/** What is done about one absence. */
const OF_ABSENCES: readonly string[] = ['reportReturn', 'enterReturn'];

export const IN_ROWS: readonly string[] = [...OF_APPOINTMENTS, ...OF_ABSENCES];

const allowedOf = (of: readonly string[], { viewerCan }: Pick<Person, 'viewerCan'>): readonly string[] =>
  viewerCan.filter(({ command, allowed }) => allowed && of.includes(command)).map(({ command }) => command);

/** Whether a period, which may last, is over at a moment. */
export const isOver = (to: string | null, at: Date): boolean => to !== null && Date.parse(to) <= at.getTime();

/** What may be done about an appointment: only what lasts can be ended, and only who is named can be ended. */
export const actsOnAppointment = (person: Person, { postId, to }: Appointment, at: Date): readonly string[] => {
  const hasDeputy = person.deputies.some((named) => named.postId === postId && !isOver(named.to, at));
  return allowedOf(OF_APPOINTMENTS, person).filter(
    (name) => name === 'correctAppointment' || (to === null && (name !== 'endDeputy' || hasDeputy)),
  );
};

export const actsOnAbsence = (person: Person, { to }: Absence, at: Date): readonly string[] =>
  isOver(to, at) ? [] : allowedOf(OF_ABSENCES, person);
