import { newId } from '../lib/new-id';
import { Telling } from '../lib/time';
import css from './field.module.css';
import { exportQueue } from './queue/export';
import { asAnother, codeOf, isUnsent, saved as savedAgain, type Capacity, type Item } from './queue/item';
import type { Progress } from './queue/sending';
import type { FieldStore } from './queue/store';
import { lastSent } from './queue-line';
import { QueueItem } from './queue-item';
import { useSay, type Say } from './say';
import { isBegun } from './used';

interface Props {
  readonly store: FieldStore;
  readonly items: readonly Item[];
  readonly progress: Progress | undefined;
  readonly capacity: Capacity;
  /** Which was saved just now. */
  readonly saved: string | undefined;
  readonly onEdit: (id: string) => void;
  readonly onNext: () => void;
}

const saidOf = (item: Item, isSending: boolean, t: Say): string => {
  if (item.receipt) return t('phone.saved.sent', { n: item.receipt.position });
  if (item.standing === 'failed') return t('phone.saved.failed');
  return t(isSending ? 'phone.saved.sending' : 'phone.saved');
};

/** What has become of the finding that was saved just now. */
const Saved = ({ item, isSending }: { readonly item: Item; readonly isSending: boolean }) => {
  const { t } = useSay();
  return (
    <section className={css.saved} role="status">
      <h2>{saidOf(item, isSending, t)}</h2>
      <p>{t('phone.saved.code')}</p>
      <p className={css.code}>{codeOf(item)}</p>
      <p className={css.hint}>{t('phone.saved.why')}</p>
    </section>
  );
};

/** All that this phone keeps for somebody: what waits first, in the order in which it goes, then what is there. */
export const QueueView = ({ store, items, progress, capacity, saved, onEdit, onNext }: Props) => {
  const { t, language } = useSay();
  const shown = items.filter((item) => item.standing !== 'draft' || isBegun(item));
  const ordered = [...shown.filter(({ standing }) => standing !== 'sent'), ...shown.filter(({ receipt }) => receipt)];
  const item = items.find(({ id }) => id === saved);
  const at = lastSent(items, new Telling(language, new Date()));
  const unsent = items.filter(isUnsent);
  /** As something new: what was refused is nowhere, and the findings that stood against it are named as others. */
  const sendAgain = async (id: string) => {
    const sequence = await store.nextSequence();
    const now = { at: new Date().toISOString(), sequence, commandId: newId(), capacity };
    await store.change(id, (one) => (one.standing === 'failed' ? savedAgain(asAnother(one, newId), now) : one));
  };
  return (
    <>
      {item && <Saved item={item} isSending={progress?.id === item.id} />}
      <section className={css.queue} aria-labelledby="queue">
        <h2 id="queue">
          {t('phone.queue')}
          {at !== undefined && <small>{t('phone.queue.last', { at })}</small>}
        </h2>
        {ordered.length === 0 && <p className={css.hint}>{t('phone.queue.none')}</p>}
        <ol aria-live="polite">
          {ordered.map((one) => (
            <QueueItem
              key={one.id}
              item={one}
              sent={progress?.id === one.id ? progress.photos : undefined}
              capacity={capacity}
              onEdit={() => onEdit(one.id)}
              onAgain={() => void sendAgain(one.id)}
              onDrop={() => void store.remove(one)}
            />
          ))}
        </ol>
        <p className={css.hint}>{t('phone.queue.tidy')}</p>
        {unsent.length > 0 && (
          <p className={css.hint}>
            <button type="button" className={css.link} onClick={() => exportQueue(unsent)}>
              {t('phone.queue.export')}
            </button>
            <br />
            {t('phone.queue.export.what')}
          </p>
        )}
      </section>
      <div className={css.bar}>
        <div>
          <button type="button" className={css.primary} onClick={onNext}>
            {t('phone.next')}
          </button>
        </div>
      </div>
    </>
  );
};
