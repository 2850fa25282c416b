import { inLanguage } from '../../lib/both';
import { useWords } from '../../words/use-words';
import css from './grid.module.css';
import type { Order } from './points';
import type { Point } from './query';

interface Props {
  readonly first: Point | undefined;
  readonly by: Order;
}

/** What the rows of a group have in common. */
export const GroupHead = ({ first, by }: Props) => {
  const { language } = useWords();
  const say = (text: string | null | undefined) => inLanguage(text, language);
  if (by !== 'place') return <span className={css.place}>{say(first?.[by])}</span>;
  return (
    <>
      <span className={css.place}>{say(first?.place)}</span>
      <span>{say(first?.matter)}</span>
      <span className={css.territory}>{say(first?.territory.label)}</span>
    </>
  );
};
