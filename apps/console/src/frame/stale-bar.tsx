import { useTelling } from '../words/use-telling';
import { useWords } from '../words/use-words';
import css from './frame.module.css';
import { behindOf, type Freshness } from './use-freshness';

/** Lists are behind: by how long, and where they are. */
export const StaleBar = ({ freshness }: { readonly freshness: Freshness }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const behind = behindOf(freshness);
  if (!behind) return null;
  const number = (position: string | null) => Number(position ?? '0').toLocaleString(language);
  const said = { reached: number(behind.reached), head: number(behind.head), span: telling.wait(behind.secondsBehind) };
  return (
    <p className={css.staleBar} role="status">
      {t('top.stale', said)}
    </p>
  );
};
