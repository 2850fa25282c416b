import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { useRead } from '../../api/use-read';
import { POSTS } from '../../forms/post-entry';
import { RowActs } from '../../forms/row-acts';
import { useAsOf } from '../../frame/as-of';
import { inLanguage } from '../../lib/both';
import { now } from '../../lib/server-time';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { isAhead, isHeldAt } from '../people/appointments';
import { IN_ROWS } from './in-rows';
import type { Appointment, Person } from './query';

const AppointmentActForm = lazy(() =>
  import('./person-act-form').then(({ AppointmentActForm: loaded }) => ({ default: loaded })),
);

/** Every period in every post, the latest first. */
export const Appointments = ({ person }: { readonly person: Person }) => {
  const { t } = useWords();
  const { appointments } = person;
  const columns = (['post', 'body', 'period', 'state'] as const).map((name) => t(`people.appointments.${name}`));
  return (
    <Sec title={t('people.appointments')}>
      {appointments.length === 0 ? (
        <p className={text.dense}>{t('people.appointments.none')}</p>
      ) : (
        <Table label={t('people.appointments')} columns={columns}>
          {appointments
            .toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from))
            .map((held) => (
              <Row key={`${held.postId} ${held.from}`} person={person} held={held} />
            ))}
        </Table>
      )}
    </Sec>
  );
};

interface RowProps {
  readonly person: Person;
  readonly held: Appointment;
}

const Row = ({ person, held }: RowProps) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const { asOf } = useAsOf();
  const { organisation, from, to } = held;
  const title = usePostTitle(held);
  const possible = person.viewerCan.filter(({ command, allowed }) => allowed && IN_ROWS.includes(command));
  // Only what lasts can be ended.
  const names = possible.map(({ command }) => command).filter((name) => name !== 'leavePost' || to === null);
  return (
    <tr>
      <td>{title}</td>
      <td>
        <Link to="/bodies/$id" params={{ id: organisation.id }}>
          {inLanguage(organisation.label, language)}
        </Link>
      </td>
      <td className={text.number}>
        {to === null
          ? t('people.period.since', { from: telling.day(from) })
          : t('people.period', { from: telling.day(from), to: telling.day(to) })}
      </td>
      <td>
        <Standing held={held} />
        <RowActs
          names={asOf === undefined ? names : []}
          about={title}
          form={(open) => <AppointmentActForm person={person} held={held} {...open} />}
        />
      </td>
    </tr>
  );
};

const Standing = ({ held }: { readonly held: Appointment }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const at = asOf === undefined ? now() : new Date(asOf);
  if (isHeldAt(held, at)) return <Status kind="closed">{t('people.holds')}</Status>;
  return t(isAhead(held, at) ? 'people.willHold' : 'people.held');
};

/** A title is that of its body's post: an appointment names the post alone. */
const usePostTitle = ({ organisation, postId }: Appointment): string => {
  const { language } = useWords();
  const { asOf } = useAsOf();
  const read = useRead(POSTS, { id: organisation.id, asOf });
  const posts = read.at === 'read' ? (read.data.organisation?.posts ?? []) : [];
  return inLanguage(posts.find(({ id }) => id === postId)?.title, language);
};
