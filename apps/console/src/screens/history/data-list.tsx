import fields from 'labels:fields';
import { labelOf } from '../../lib/label';
import type { Language } from '../../lib/language';
import { Facts } from '../../ui/facts';
import { useTelling } from '../../words/use-telling';
import { fieldWords } from '../../words/field.words';
import { useWords } from '../../words/use-words';
import css from './detail.module.css';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DASHED = /-(\w)/g;
const PLACE = { zh: 0, en: 1 } as const;
const OWN: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.fromEntries(
  Object.entries(fieldWords).map(([key, [zh, en]]) => [key.slice('field.'.length), [zh, en] as const]),
);

/** What a field is called: in this screen's own words, or in the schema's; what neither knows has its bare name. */
const nameOf = (field: string, language: Language): string => {
  const plain = field.replace(/Ids?$/u, '');
  const own = OWN[field] ?? OWN[plain] ?? fields[field]?.label ?? fields[plain]?.label;
  return own?.[PLACE[language]] ?? field;
};

interface Props {
  readonly data: unknown;
  /** What the ids in it are called. */
  readonly labels: ReadonlyMap<string, string>;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The data of an event, field by field: names instead of ids, words instead of codes. */
export const DataList = ({ data, labels }: Props) => {
  const { language } = useWords();
  if (!isGroup(data)) return null;
  return (
    <Facts
      facts={Object.entries(data).map(([field, value]) => [
        nameOf(field, language),
        <Value key={field} field={field} value={value} labels={labels} />,
      ])}
    />
  );
};

interface ValueProps {
  readonly field: string;
  readonly value: unknown;
  readonly labels: Props['labels'];
}

const Value = ({ field, value, labels }: ValueProps) => {
  const plain = usePlain(field, labels);
  if (Array.isArray(value))
    return (
      <>
        {value.map((one: unknown, at) => (
          <div key={at}>
            <Value field={field} value={one} labels={labels} />
          </div>
        ))}
      </>
    );
  if (!isGroup(value)) return plain(value);
  return (
    <div className={css.nested}>
      <DataList data={value} labels={labels} />
    </div>
  );
};

/** What the words of a field are called, where it has any. */
const wordOf = (field: string, value: string, language: Language): string | undefined => {
  const word = value.replace(DASHED, (_, letter: string) => letter.toUpperCase());
  const words = fields[field]?.words ?? fields[field.replace(/s$/u, '')]?.words;
  return words?.[word] && labelOf(words, word, language);
};

const usePlain = (field: string, labels: Props['labels']) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const text = (value: string): string => {
    if (INSTANT.test(value)) return telling.moment(value);
    return wordOf(field, value, language) ?? labels.get(value) ?? value;
  };
  return (value: unknown): string => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
    return typeof value === 'number' ? String(value) : '—';
  };
};
