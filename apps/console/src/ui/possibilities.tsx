import { useWords } from '../words/use-words';
import css from './possibilities.module.css';
import { Sec } from './sec';

/** What somebody may do, or why not, as the API says it. */
interface Possibility {
  readonly command: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** Labels are whole sentences; a list of them needs no full stops. */
const plain = (sentence: string): string => sentence.replace(/[.。]$/u, '');

/** What whoever looks may do about something now, and what not yet: once for each reason. */
export const Possibilities = ({ possible }: { readonly possible: readonly Possibility[] }) => {
  const { t } = useWords();
  const allowed = possible.filter((one) => one.allowed);
  const barred = possible.filter((one) => !one.allowed);
  const reasons = new Set(barred.map(({ reason }) => reason ?? ''));
  return (
    <>
      <Sec title={t('may.now')}>
        {allowed.length === 0 && <p className={css.none}>{t('may.nothing')}</p>}
        <ul>
          {allowed.map(({ command, label }) => (
            <li key={command} className={css.item}>
              {plain(label)}
            </li>
          ))}
        </ul>
      </Sec>
      {barred.length > 0 && (
        <Sec title={t('may.notYet')}>
          <ul>
            {[...reasons].map((reason) => (
              <li key={reason} className={css.item}>
                {barred
                  .filter((one) => (one.reason ?? '') === reason)
                  .map(({ label }) => plain(label))
                  .join(' · ')}
                <span className={css.why}>{reason}</span>
              </li>
            ))}
          </ul>
        </Sec>
      )}
    </>
  );
};
