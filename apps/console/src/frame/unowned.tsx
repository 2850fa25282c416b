import { useEffect, useRef } from 'react';
import { graphql } from '../api/graphql';
import { useRead } from '../api/use-read';
import { useWhileActive } from '../lib/while-active';
import text from '../ui/text.module.css';
import { useWords } from '../words/use-words';
import { useAsOf } from './as-of';
import css from './rail.module.css';

const UNOWNED = graphql(`
  query Unowned($asOf: String, $waitFor: String) {
    unowned(asOf: $asOf, waitFor: $waitFor)
  }
`);

const EVERY_MS = 60_000;

/** How many duties nobody holds, counted anew on every screen: the only figure of the rail, and red. What could not be counted is not said. */
export const Unowned = ({ at }: { readonly at: string }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const read = useRead(UNOWNED, { asOf });
  const again = read.at === 'reading' ? undefined : read.again;
  useWhileActive(again ?? nothing, EVERY_MS);
  const counted = useRef(at);
  useEffect(() => {
    if (counted.current === at) return;
    counted.current = at;
    again?.();
  }, [at, again]);
  if (read.at !== 'read' || read.data.unowned === 0) return null;
  const { unowned: count } = read.data;
  return (
    <sup className={css.count}>
      <span aria-hidden>{count}</span>
      <span className={text.heard}>{t('home.unowned', { count })}</span>
    </sup>
  );
};

const nothing = () => undefined;
