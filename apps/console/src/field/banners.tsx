import { HONEST_MINUTES, minutesApart } from '../lib/server-time';
import { Telling } from '../lib/time';
import css from './field.module.css';
import { isOld, isUnsent, type Item } from './queue/item';
import { useSay } from './say';

interface Props {
  readonly items: readonly Item[];
  readonly others: number;
  readonly isReached: boolean;
}

const DAY = 24;
const MINUTE_MS = 60_000;

/** What somebody has to know before they write: no network, a page that keeps nothing, a clock that is off, what has waited for long. */
export const Banners = ({ items, others, isReached }: Props) => {
  const { t, language } = useSay();
  const now = Date.now();
  const old = items.filter((item) => isUnsent(item) && isOld(item, now, DAY)).length;
  const veryOld = items.filter((item) => isUnsent(item) && isOld(item, now, 3 * DAY)).length;
  const apart = minutesApart();
  return (
    <div role="status">
      {!isSecureContext && <p className={css.banner}>{t('phone.insecure')}</p>}
      {isSecureContext && !isReached && <p className={css.banner}>{t('phone.offline')}</p>}
      {apart >= HONEST_MINUTES && (
        <p className={css.banner}>
          ◔ {t('phone.clock', { span: new Telling(language, new Date()).span(apart * MINUTE_MS) })}
        </p>
      )}
      {veryOld > 0 && <p className={css.alarm}>● {t('phone.veryOld', { n: veryOld })}</p>}
      {old > veryOld && <p className={css.banner}>◔ {t('phone.old', { n: old - veryOld })}</p>}
      {others > 0 && <p className={css.quiet}>{t('phone.others', { n: others })}</p>}
    </div>
  );
};
