import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { RowActs } from '../../forms/row-acts';
import { useAsOf } from '../../frame/as-of';
import { now } from '../../lib/server-time';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { isAhead, isHeldAt } from '../people/appointments';
import { actsOnAppointment } from './in-rows';
import type { Appointment, Person } from './query';
import { usePostTitle } from './use-post-title';

const AppointmentActForm = lazy(() =>
  import('./person-act-form').then(({ AppointmentActForm: loaded }) => ({ default: loaded })),
);

interface ActsProps extends Pick<RowProps, 'person'> {
  readonly held: Pick<Appointment, 'postId' | 'from'>;
  readonly names: readonly string[];
  readonly about: string;
}

/** What may be done about one appointment, or an absence from one; of a moment of the past nothing is done. */
export const PeriodActs = ({ person, held, names, about }: ActsProps) => {
  const { asOf } = useAsOf();
  return (
    <RowActs
      names={asOf === undefined ? names : []}
      about={about}
      form={(open) => <AppointmentActForm person={person} held={held} {...open} />}
    />
  );
};

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
  const { t } = useWords();
  const telling = useTelling();
  const { organisation, from, to } = held;
  const title = usePostTitle(held);
  return (
    <tr>
      <td>{title}</td>
      <td>
        <Link to="/bodies/$id" params={{ id: organisation.id }}>
          {organisation.label}
        </Link>
      </td>
      <td className={text.number}>
        {to === null
          ? t('people.period.since', { from: telling.day(from) })
          : t('people.period', { from: telling.day(from), to: telling.day(to) })}
      </td>
      <td>
        <Standing held={held} />
        <PeriodActs names={actsOnAppointment(person, held, now())} about={title} {...{ person, held }} />
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
