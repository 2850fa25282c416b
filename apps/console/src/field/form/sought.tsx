import { useCallback, useState, type ComponentProps } from 'react';
import type { NamedKind } from '../names';
import type { Named } from '../places';
import { useSay } from '../say';
import { optionsOf, Select } from './filled';
import css from './form.module.css';
import type { Option } from './pick';
import { useSeeking } from './use-seeking';

/** Looks for something by part of its name. */
export type Find = (kind: NamedKind, text: string) => Promise<readonly Named[]>;

interface Props extends ComponentProps<typeof Select> {
  readonly kind: NamedKind;
  /** Whether the phone knows only some. */
  readonly hasMore: boolean;
  readonly onFind: Find;
}

interface Looking {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly text: string;
  readonly found: readonly Named[];
}

/** What is like the words, by what is known here and by what the server found; the chosen one stays among them. */
const likeOf = ({ options, value, text, found }: Looking): readonly Option[] => {
  const words = text.trim().toLowerCase();
  if (words === '') return options;
  const here = options.filter((one) => one.value === value || one.label.toLowerCase().includes(words));
  const known = new Set(here.map((one) => one.value));
  return [...here, ...optionsOf(found).filter((one) => !known.has(one.value))];
};

/** The phone's own list; where the phone knows only some, the others are found by their names. */
export const Sought = ({ kind, hasMore, onFind, ...select }: Props) => {
  const { t } = useSay();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Named[]>([]);
  const look = useCallback((words: string) => void onFind(kind, words).then(setFound), [kind, onFind]);
  useSeeking(text, !hasMore, look);
  if (!hasMore) return <Select {...select} />;
  return (
    <div className={css.sought}>
      <input
        type="search"
        className={css.input}
        autoComplete="off"
        value={text}
        aria-label={t('phone.find')}
        placeholder={t('phone.find')}
        onChange={({ target }) => setText(target.value)}
      />
      <Select {...select} options={likeOf({ ...select, text, found })} />
      <p className={css.note}>{t('phone.find.some', { n: select.options.length })}</p>
    </div>
  );
};
