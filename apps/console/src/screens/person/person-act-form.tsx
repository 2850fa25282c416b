import correctAppointment from 'act:correctAppointment';
import correctPerson from 'act:correctPerson';
import endDeputy from 'act:endDeputy';
import enterAbsence from 'act:enterAbsence';
import enterReturn from 'act:enterReturn';
import holdPost from 'act:holdPost';
import leavePost from 'act:leavePost';
import nameDeputy from 'act:nameDeputy';
import reportAbsence from 'act:reportAbsence';
import reportReturn from 'act:reportReturn';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { OpenAct } from '../../forms/act-panel';
import { PostOfBody } from '../../forms/post-entry';
import type { Appointment, Person } from './query';

const ACTS: Readonly<Record<string, Act>> = {
  holdPost: { ...holdPost, first: ['orgId'], entries: { postId: PostOfBody } },
  correctPerson,
};

/** Which appointment, or absence, it is, is known. */
const APPOINTMENT_ACTS: Readonly<Record<string, Act>> = {
  leavePost: { ...leavePost, given: ['postId'] },
  correctAppointment: { ...correctAppointment, given: ['postId', 'since'] },
  nameDeputy: { ...nameDeputy, given: ['postId'] },
  endDeputy: { ...endDeputy, given: ['postId'] },
  reportAbsence: { ...reportAbsence, given: ['postId'] },
  enterAbsence: { ...enterAbsence, given: ['postId'] },
  reportReturn: { ...reportReturn, given: ['postId', 'since'] },
  enterReturn: { ...enterReturn, given: ['postId', 'since'] },
};

/** In which post, and since when. */
type Period = Pick<Appointment, 'postId' | 'from'>;

interface Props extends OpenAct {
  readonly person: Person;
}

/** The form of one command that is about a person. */
export const PersonActForm = ({ person, name, ...rest }: Props) => {
  const act = ACTS[name];
  return act ? <ActForm act={act} id={person.id} begin={{}} {...rest} /> : null;
};

/** The form of one command that is about one of their appointments, or an absence from one. */
export const AppointmentActForm = ({ person, held, name, ...rest }: Props & { readonly held: Period }) => {
  const act = APPOINTMENT_ACTS[name];
  return act ? <ActForm act={act} id={person.id} begin={{ postId: held.postId, since: held.from }} {...rest} /> : null;
};
