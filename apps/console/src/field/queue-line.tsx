import { Telling } from '../lib/time';
import css from './field.module.css';
import type { Item } from './queue/item';
import type { Progress } from './queue/sending';
import { useSay, type Say } from './say';

interface Props {
  readonly items: readonly Item[];
  readonly progress: Progress | undefined;
  readonly onOpen: () => void;
}

/** How far the finding that is being sent has come. */
const sendingOf = (items: readonly Item[], progress: Progress | undefined, t: Say): readonly string[] => {
  const item = items.find(({ id }) => id === progress?.id);
  if (!item || !progress) return [];
  const of = item.photos.length;
  return [of === 0 ? t('phone.queue.sendingText') : t('phone.queue.sending', { n: progress.photos, of })];
};

/** When something was last sent, by the clock where it was today. */
export const lastSent = (items: readonly Item[], telling: Telling): string | undefined => {
  const at = items
    .flatMap(({ receipt }) => (receipt ? [receipt.at] : []))
    .toSorted()
    .at(-1);
  if (at === undefined) return undefined;
  return telling.day(at) === telling.day(new Date()) ? telling.clock(at) : telling.moment(at);
};

/** The queue in one line. */
export const QueueLine = ({ items, progress, onOpen }: Props) => {
  const { t, language } = useSay();
  const count = (standing: Item['standing']) => items.filter((item) => item.standing === standing).length;
  const [waiting, failed] = [count('waiting'), count('failed')];
  const at = lastSent(items, new Telling(language, new Date()));
  const kept = [
    ...(waiting > 0 ? [t('phone.queue.kept', { n: waiting })] : []),
    ...(failed > 0 ? [t('phone.queue.failed', { n: failed })] : []),
    ...sendingOf(items, progress, t),
  ];
  if (items.every(({ standing }) => standing === 'draft') && items.length < 2) return null;
  return (
    <section className={css.line} aria-label={t('phone.queue')}>
      <span>
        {kept.length > 0 ? kept.join(' · ') : t('phone.queue.none')}
        {at !== undefined && <small>{t('phone.queue.last', { at })}</small>}
      </span>
      <button type="button" className={css.link} onClick={onOpen}>
        {t('phone.queue')}
      </button>
    </section>
  );
};
