import { Link } from '@tanstack/react-router';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { System } from './query';
import css from './system.module.css';

const FOLLOWERS = ['views', 'policies', 'timers'] as const;

interface Props {
  readonly system: Pick<System, 'measures' | 'parked'>;
}

/** What follows the log, how far it is behind, and what it cannot get past. */
export const Followers = ({ system: { measures, parked } }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const measured = (name: string, of: string) =>
    measures.find((measure) => measure.name === name && measure.of === of)?.value ?? 0;
  const columns = (['name', 'unread', 'waits'] as const).map((name) => t(`system.followers.${name}`));
  return (
    <>
      <Sec title={t('system.followers')}>
        <Table label={t('system.followers')} columns={columns}>
          {FOLLOWERS.map((of) => {
            const [events, seconds] = ['events', 'seconds'].map((unit) => measured(`follower_lag_${unit}`, of));
            return (
              <tr key={of}>
                <td>{t(`system.followers.${of}`)}</td>
                <td className={text.number}>{events}</td>
                <td className={text.number}>{events === 0 ? '–' : telling.wait(seconds ?? 0)}</td>
              </tr>
            );
          })}
        </Table>
      </Sec>
      <Parked parked={parked} />
    </>
  );
};

const Parked = ({ parked }: Pick<System, 'parked'>) => {
  const { t } = useWords();
  return (
    <Sec title={t('system.parked')}>
      {parked.length === 0 && <p className={css.line}>{t('system.parked.none')}</p>}
      <ul>
        {parked.map(({ follower, stream, position, error }) => (
          <li key={`${follower} ${stream.id}`} className={css.line}>
            <Status kind="failed">{follower}</Status>{' '}
            <Link to="/history/$id" params={{ id: stream.id }}>
              {t('system.parked.at', { n: position })}
            </Link>
            <p className={css.code}>{error}</p>
          </li>
        ))}
      </ul>
    </Sec>
  );
};
