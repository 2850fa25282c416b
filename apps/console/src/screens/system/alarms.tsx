import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { useWords } from '../../words/use-words';
import type { System } from './query';
import css from './system.module.css';

interface Props {
  readonly system: Pick<System, 'alarms' | 'failing'>;
}

/** What needs somebody, each with what helps; otherwise that there is nothing. */
export const Alarms = ({ system: { alarms, failing } }: Props) => {
  const { t } = useWords();
  const isCalm = alarms.length + failing.length === 0;
  return (
    <Sec title={t('system.alarms')}>
      {isCalm && (
        <p className={css.line}>
          <Status kind="closed">{t('system.alarms.none')}</Status>
        </p>
      )}
      <ul>
        {failing.map((name) => (
          <li key={name} className={css.line}>
            <Status kind="failed">{t('system.failing', { name })}</Status>
          </li>
        ))}
        {alarms.map(({ name, of, said, facts }) => (
          <li key={`${name} ${of}`} className={css.line}>
            <Status kind="overdue">{name}</Status>
            <p>{said}</p>
            {facts.length > 0 && <p className={css.code}>{facts.join(' · ')}</p>}
          </li>
        ))}
      </ul>
    </Sec>
  );
};
