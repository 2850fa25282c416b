import { textDifference } from '../../lib/text-difference';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './detail.module.css';
import { factsOf, type KnownFact } from './known';
import type { Entry, Subject } from './query';
import { useKnown } from './use-known';

interface Props {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly subjects: readonly Subject[];
  readonly base: string;
  readonly onBase: (base: string | undefined) => void;
}

interface Span {
  readonly from: string;
  readonly to: string | undefined;
  /** Nothing was known before. */
  readonly isFirst: boolean;
}

const LONG = 40;

/** From which moment to which one is compared, by the position of the log; nothing for now. */
const spanOf = ({ entry, entries, base }: Pick<Props, 'entry' | 'entries' | 'base'>): Span => {
  if (base === 'now') return { from: entry.position, to: undefined, isFirst: false };
  if (base !== 'prev') {
    const isEarlier = BigInt(base) < BigInt(entry.position);
    return { from: isEarlier ? base : entry.position, to: isEarlier ? entry.position : base, isFirst: false };
  }
  const before = entries[entries.findIndex(({ position }) => position === entry.position) - 1];
  return { from: before?.position ?? entry.position, to: entry.position, isFirst: before === undefined };
};

/** What is known after an event and was known before it, or at any two moments: field by field. */
export const Difference = (props: Props) => {
  const { t } = useWords();
  const { entry, entries, base, onBase, subjects } = props;
  const { from, to, isFirst } = spanOf(props);
  return (
    <>
      <label className={css.base}>
        <span className={css.muted}>{t('history.base')}</span>
        <select value={base} onChange={({ target }) => onBase(target.value === 'prev' ? undefined : target.value)}>
          <option value="prev">{t('history.base.prev')}</option>
          <option value="now">{t('history.base.now')}</option>
          {entries
            .filter(({ position }) => position !== entry.position)
            .map(({ position, title }) => (
              <option key={position} value={position}>
                #{position} {title}
              </option>
            ))}
        </select>
      </label>
      <Changes key={`${from} ${to ?? ''}`} {...{ subjects, from, to, isFirst }} />
    </>
  );
};

interface ChangesProps extends Span {
  readonly subjects: readonly Subject[];
}

const Changes = ({ subjects, from, to, isFirst }: ChangesProps) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const [before, after] = [useKnown(subjects, from), useKnown(subjects, to)];
  for (const read of [before, after])
    if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (before.at !== 'read' || after.at !== 'read') return <Skeleton lines={4} />;
  const teller = { t, language, telling };
  const was = new Map(isFirst ? [] : factsOf(before.data, teller).map(({ key, value }) => [key, value] as const));
  const facts = factsOf(after.data, teller);
  const changed = facts.filter(({ key, value }) => (was.get(key) ?? '') !== value);
  return (
    <>
      <ul className={css.changes}>
        {changed.map((fact) => (
          <Change key={fact.key} fact={fact} was={was.get(fact.key) ?? ''} />
        ))}
      </ul>
      <p className={css.muted}>{t('history.same', { count: facts.length - changed.length })}</p>
    </>
  );
};

const Change = ({ fact: { name, value }, was }: { readonly fact: KnownFact; readonly was: string }) => {
  const { t } = useWords();
  if (was.length > LONG || (value.length > LONG && was !== ''))
    return (
      <li>
        <div className={css.muted}>{name}</div>
        <p className={css.doc}>
          {textDifference(was, value).map(({ is, text }, at) => {
            if (is === 'same') return <span key={at}>{text}</span>;
            return is === 'out' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
          })}
        </p>
      </li>
    );
  return (
    <li>
      <div className={css.muted}>{name}</div>
      <div className={css.pair}>
        <span className={css.muted}>{t('history.was')}</span>
        {was === '' ? (
          <span>{t('history.none')}</span>
        ) : (
          <span>
            <del>{was}</del>
          </span>
        )}
      </div>
      <div className={css.pair}>
        <span className={css.muted}>{t('history.is')}</span>
        {value === '' ? (
          <span>{t('history.none')}</span>
        ) : (
          <span>
            <ins>{value}</ins>
          </span>
        )}
      </div>
    </li>
  );
};
