import correctAppointment from 'act:correctAppointment';
import correctPerson from 'act:correctPerson';
import holdPost from 'act:holdPost';
import leavePost from 'act:leavePost';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { OpenAct } from '../../forms/act-panel';
import { PostOfBody } from '../../forms/post-entry';
import type { Appointment, Person } from './query';

const ACTS: Readonly<Record<string, Act>> = {
  holdPost: { ...holdPost, first: ['orgId'], entries: { postId: PostOfBody } },
  correctPerson,
};

/** Which appointment it is, is known. */
const APPOINTMENT_ACTS: Readonly<Record<string, Act>> = {
  leavePost: { ...leavePost, given: ['postId'] },
  correctAppointment: { ...correctAppointment, given: ['postId', 'since'] },
};

interface Props extends OpenAct {
  readonly person: Person;
}

/** The form of one command that is about a person. */
export const PersonActForm = ({ person, name, ...rest }: Props) => {
  const act = ACTS[name];
  return act ? <ActForm act={act} id={person.id} begin={{}} {...rest} /> : null;
};

/** The form of one command that is about one of their appointments. */
export const AppointmentActForm = ({ person, held, name, ...rest }: Props & { readonly held: Appointment }) => {
  const act = APPOINTMENT_ACTS[name];
  return act ? <ActForm act={act} id={person.id} begin={{ postId: held.postId, since: held.from }} {...rest} /> : null;
};
