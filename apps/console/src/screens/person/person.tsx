import { Link, useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { useRead } from '../../api/use-read';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import body from '../body/body.module.css';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { Appointments } from './appointments';
import { IN_ROWS } from './in-rows';
import { PERSON, type Person as Found } from './query';
import { Absences, Deputies } from './standing-in';

const PersonActForm = lazy(() =>
  import('./person-act-form').then(({ PersonActForm: loaded }) => ({ default: loaded })),
);

/** One person: every post that they held, and since when; of a moment, as it was entered by then. */
export const Person = () => {
  const { id } = useParams({ from: '/people/$id' });
  const { asOf } = useAsOf();
  const read = useRead(PERSON, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { person } = read.data;
  return person ? <Sheet person={person} isStale={read.stale} /> : <NothingHere />;
};

const Sheet = ({ person, isStale }: { readonly person: Found; readonly isStale: boolean }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  // What is done about one appointment is done in its row.
  const ofPerson = person.viewerCan.filter(({ command, allowed }) => !allowed || !IN_ROWS.includes(command));
  return (
    <Page title={person.name} end={<Ways id={person.id} />}>
      <div className={body.two}>
        <div>
          <Appointments person={person} />
          <Deputies person={person} />
          <Absences person={person} />
          <Corrections corrections={person.corrections} />
        </div>
        <div>
          {asOf === undefined ? (
            <ActPanel
              possible={ofPerson}
              isStale={isStale}
              form={(open) => <PersonActForm person={person} {...open} />}
            />
          ) : (
            <p>{t('top.asOf.why')}</p>
          )}
        </div>
      </div>
    </Page>
  );
};

const Ways = ({ id }: { readonly id: string }) => {
  const { t } = useWords();
  return (
    <>
      <Link to="/people">{t('people.title')}</Link>
      <Link to="/history/$id" params={{ id }}>
        {t('directive.history')}
      </Link>
    </>
  );
};

/** What was put right, by whom and why. */
const Corrections = ({ corrections }: Pick<Found, 'corrections'>) => {
  const { t } = useWords();
  const telling = useTelling();
  if (corrections.length === 0) return null;
  const columns = (['at', 'who', 'why'] as const).map((name) => t(`people.corrections.${name}`));
  return (
    <Sec title={t('people.corrections')}>
      <Table label={t('people.corrections')} columns={columns}>
        {corrections.map(({ at, person, reason }) => (
          <tr key={`${at} ${person.id}`}>
            <td className={text.number}>{telling.moment(at)}</td>
            <td>{person.label}</td>
            <td>{reason ?? t('people.corrections.closed')}</td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};
