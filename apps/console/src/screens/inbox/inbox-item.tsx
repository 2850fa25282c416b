import { Link } from '@tanstack/react-router';
import { joined } from '../../lib/joined';
import { Due } from '../../ui/due';
import { Facts } from '../../ui/facts';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { reasonsIn, returnOf } from './columns';
import css from './inbox.module.css';
import { ItemActs } from './item-acts';
import type { Item } from './query';

interface Props {
  readonly item: Item;
  readonly asOf: string | undefined;
  /** The first of a column has its primary button. */
  readonly isFirst: boolean;
}

/** One thing to do: what, where, who found it, by when, and what proves that it is done. */
export const InboxItem = ({ item, asOf, isFirst }: Props) => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const { rectification: fix } = item;
  const back = returnOf(item);
  const who = joined(item.recordedBy.label);
  const at = telling.day(item.occurredAt);
  // Who it was is not for everybody to see.
  const found = who === '' ? t('inbox.foundOn', { at }) : t('inbox.found', { who, at });
  const proof = fix?.measures.map(({ standard }) => standard) ?? [];
  return (
    <li className={css.item}>
      <h3>
        <Link to="/findings/$id" params={{ id: item.id }}>
          {item.description}
        </Link>
      </h3>
      <p className={text.note}>{joined(item.number, item.place, found)}</p>
      {back && (
        <div className={css.back}>
          <p className={text.note}>
            {t('inbox.returned.by', { who: joined(back.person.label), at: telling.day(back.at) })}
          </p>
          <ol>
            {reasonsIn(back.reason).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ol>
        </div>
      )}
      <Facts
        facts={[
          [t('finding.due'), fix && <Due at={fix.dueAt} asOf={asOf} />],
          [t('finding.standard'), fix?.standard],
          [t('inbox.proof'), proof.join(' · ')],
        ]}
      />
      {asOf === undefined && <ItemActs item={item} isFirst={isFirst} />}
    </li>
  );
};
