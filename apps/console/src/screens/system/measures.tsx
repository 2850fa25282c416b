import { Sec } from '../../ui/sec';
import { useWords } from '../../words/use-words';
import type { System } from './query';
import css from './system.module.css';

/** What stands in a table of its own. */
const ELSEWHERE = ['follower_lag_events', 'follower_lag_seconds'];

/** Figures as monitors have them, each in words. */
export const Measures = ({ measures }: Pick<System, 'measures'>) => {
  const { t, language } = useWords();
  const shown = measures.filter(({ name }) => !ELSEWHERE.includes(name));
  return (
    <Sec title={t('system.measures')} note={t('system.measures.note')}>
      <dl>
        {shown.map(({ name, of, said, value }) => (
          <div key={`${name} ${of ?? ''}`} className={css.figure}>
            <dt>{said.replace(/[。.]$/u, '')}</dt>
            <dd>{value.toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
    </Sec>
  );
};
