import { Sec } from '../../ui/sec';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { numberBefore } from '../directive/clauses';
import type { Order } from './query';
import css from './text-beside.module.css';

/** The words that were sent down. */
export const Original = ({ order: { clauses, issuedAt } }: { readonly order: Order }) => {
  const { t } = useWords();
  const telling = useTelling();
  return (
    <Sec title={t('cascade.text')} note={issuedAt === null ? undefined : telling.day(issuedAt)}>
      <ol lang="zh-CN">
        {clauses.map(({ key, number, text }) => (
          <li key={key} className={css.clause}>
            <span>{numberBefore(number)}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </Sec>
  );
};
