import { Link } from '@tanstack/react-router';
import { now } from '../../lib/server-time';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { PeriodActs } from './appointments';
import { actsOnAbsence } from './in-rows';
import type { Absence, Person } from './query';
import { usePostTitle } from './use-post-title';

interface Props {
  readonly person: Person;
}

/** Who stands in for them, post by post, the newest first. */
export const Deputies = ({ person }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  if (person.deputies.length === 0) return null;
  const columns = (['post', 'who', 'period'] as const).map((name) => t(`people.deputies.${name}`));
  return (
    <Sec title={t('people.deputies')}>
      <Table label={t('people.deputies')} columns={columns}>
        {person.deputies.toReversed().map(({ postId, deputy, from, to }) => (
          <tr key={`${postId} ${from}`}>
            <td>
              <PostOf person={person} postId={postId} />
            </td>
            <td>
              <Link to="/people/$id" params={{ id: deputy.id }}>
                {deputy.label}
              </Link>
            </td>
            <td className={text.number}>
              {to === null
                ? t('people.period.since', { from: telling.moment(from) })
                : t('people.period', { from: telling.moment(from), to: telling.moment(to) })}
            </td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};

/** When they were or will be away, the latest first. */
export const Absences = ({ person }: Props) => {
  const { t } = useWords();
  if (person.absences.length === 0) return null;
  const columns = (['post', 'period', 'who', 'why', 'act'] as const).map((name) => t(`people.absences.${name}`));
  return (
    <Sec title={t('people.absences')}>
      <Table label={t('people.absences')} columns={columns}>
        {person.absences
          .toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from))
          .map((away) => (
            <Away key={`${away.postId} ${away.from}`} person={person} away={away} />
          ))}
      </Table>
    </Sec>
  );
};

const Away = ({ person, away }: Props & { readonly away: Absence }) => {
  const { t } = useWords();
  const telling = useTelling();
  const { postId, from, to, reason } = away;
  const period = t('people.period', { from: telling.moment(from), to: telling.moment(to) });
  return (
    <tr>
      <td>
        <PostOf person={person} postId={postId} />
      </td>
      <td className={text.number}>{period}</td>
      <td>{away.person.label}</td>
      <td>{reason ?? t('people.corrections.closed')}</td>
      <td>
        <PeriodActs names={actsOnAbsence(person, away, now())} about={period} held={away} person={person} />
      </td>
    </tr>
  );
};

/** A post that they hold or held, by its title. */
const PostOf = ({ person, postId }: Props & Pick<Absence, 'postId'>) => {
  const held = person.appointments.find((one) => one.postId === postId);
  return held ? <Title held={held} /> : null;
};

const Title = ({ held }: { readonly held: Person['appointments'][number] }) => usePostTitle(held);
