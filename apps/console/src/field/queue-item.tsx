import { useState } from 'react';
import css from './field.module.css';
import { codeOf, isWrittenIn, mayBeChanged, type Capacity, type Item, type Refusal } from './queue/item';
import { useSay, type Say } from './say';

interface Props {
  readonly item: Item;
  /** How many of its pictures are there, while it is being sent. */
  readonly sent: number | undefined;
  readonly capacity: Capacity;
  readonly onEdit: () => void;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}

/** A shape beside each word: colour alone says nothing. */
const MARKS = { draft: '○', waiting: '○', failed: '●', sent: '✓' } as const;

const saidOf = ({ standing, photos, receipt }: Item, sent: number | undefined, t: Say): string => {
  if (standing === 'sent') return t('phone.line.sent', { n: receipt?.position ?? '' });
  if (sent === undefined) return t(`phone.line.${standing}`);
  return photos.length > 0 ? t('phone.line.photo', { n: sent, of: photos.length }) : t('phone.queue.sendingText');
};

const OURS = ['PHOTO_GONE', 'DIGEST_DIFFERS', 'POSSIBLE_DUPLICATE'] as const;

/** In words of a phone, or else in the server's, where it had any. */
const whyOf = ({ code, message }: Refusal, t: Say): string | undefined => {
  const ours = OURS.find((one) => one === code);
  if (ours) return t(`phone.why.${ours}`);
  return message ?? (code === 'NO_ANSWER' ? undefined : code);
};

/** One finding of the queue, and what may be done with it. */
export const QueueItem = ({ item, sent, capacity, onEdit, onAgain, onDrop }: Props) => {
  const { t } = useSay();
  const { entered, failure, standing } = item;
  return (
    <li className={css.item} data-standing={standing}>
      <span aria-hidden className={css.mark}>
        {sent === undefined ? MARKS[standing] : '◔'}
      </span>
      <span>
        {[entered.place, entered.description].filter(Boolean).join(' · ')}
        <small className={css.mono}>{codeOf(item)}</small>
        {failure && <small className={standing === 'failed' ? css.wrong : undefined}>{whyOf(failure, t)}</small>}
        {standing === 'waiting' && !isWrittenIn(item, capacity) && <small>{t('phone.line.post')}</small>}
      </span>
      <span className={css.said}>{saidOf(item, sent, t)}</span>
      {sent === undefined && <Acts {...{ item, onEdit, onAgain, onDrop }} />}
    </li>
  );
};

type Way = Pick<Props, 'onEdit' | 'onAgain' | 'onDrop'> & { readonly item: Item };

/** What may be done with one that nobody else has. */
const Acts = ({ item, onEdit, onAgain, onDrop }: Way) => {
  const { t } = useSay();
  const { standing } = item;
  if (standing !== 'draft' && !mayBeChanged(item)) return null;
  return (
    <span className={css.acts}>
      <button type="button" className={css.link} onClick={onEdit}>
        {t(standing === 'draft' ? 'phone.line.go' : 'phone.line.edit')}
      </button>
      {standing === 'failed' && <Again other={item.failure?.others?.[0]} onAgain={onAgain} />}
      {standing !== 'waiting' && <Drop onDrop={onDrop} />}
    </span>
  );
};

/** Sent again it is something new; what it looks like is there to be looked at first. */
const Again = ({ other, onAgain }: { readonly other: string | undefined; readonly onAgain: () => void }) => {
  const { t } = useSay();
  return (
    <>
      <button type="button" className={css.link} onClick={onAgain}>
        {t(other === undefined ? 'phone.line.retry' : 'phone.line.another')}
      </button>
      {other !== undefined && (
        <a className={css.link} href={`/findings/${other}`} target="_blank" rel="noreferrer">
          {t('phone.line.other')}
        </a>
      )}
    </>
  );
};

/** What is given up is gone: it is asked for twice. */
const Drop = ({ onDrop }: Pick<Props, 'onDrop'>) => {
  const { t } = useSay();
  const [isSure, setSure] = useState(false);
  return (
    <button type="button" className={css.link} onClick={isSure ? onDrop : () => setSure(true)}>
      {t(isSure ? 'phone.line.drop.sure' : 'phone.line.drop')}
    </button>
  );
};
