import { lazy, Suspense, type ComponentType } from 'react';
import css from '../ui/field.module.css';
import { WrappedField, type Tied } from '../ui/wrapped-field';
import { useWords } from '../words/use-words';
import type { EntryProps } from './act';
import { textIn } from './draft';
import { GroupEntry } from './group-entry';
import { useLabel } from './label';
import { PartsEntry } from './parts-entry';
import { kindOfThing } from './things';
import { UploadEntry } from './upload-entry';
import { WordsEntry } from './words-entry';

/** Comes with the first thing that somebody looks for: it brings the kit with it. */
const ThingEntry = lazy(() => import('./thing-entry').then(({ ThingEntry: loaded }) => ({ default: loaded })));

/** Texts that fit on one line. */
const SHORT = [
  ...[
    'place',
    'title',
    'titleEn',
    'name',
    'nameEn',
    'number',
    'issuedBy',
    'line',
    'code',
    'fileName',
    'clause',
    'by',
    'citation',
  ],
  ...['heldBy', 'series', 'post', 'organisation', 'venue', 'matter', 'step', 'placeType'],
];

/** Texts that are whole documents. */
const LONG = ['text'];

const LINE_TYPES: Readonly<Record<string, string>> = { DateTime: 'datetime-local', Int: 'number' };

const Control = ({ field, value, onChange, tied }: EntryProps & { readonly tied: Tied }) => {
  const { t } = useWords();
  const label = useLabel();
  const text = textIn(value);
  const common = { ...tied, className: css.input, value: text, required: field.isRequired };
  if (field.words)
    return (
      <select {...common} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('form.choose')}</option>
        {field.words.map(([word, said]) => (
          <option key={word} value={word}>
            {label(said)}
          </option>
        ))}
      </select>
    );
  const type = LINE_TYPES[field.type] ?? (SHORT.includes(field.name) ? 'text' : undefined);
  if (type !== undefined) return <input {...common} type={type} onChange={({ target }) => onChange(target.value)} />;
  return (
    <textarea {...common} rows={LONG.includes(field.name) ? 14 : 3} onChange={({ target }) => onChange(target.value)} />
  );
};

const Plain = (props: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const { field, faults, at } = props;
  return (
    <WrappedField
      label={label(field.label)}
      note={field.isRequired ? undefined : t('form.optional')}
      wrong={faults.get(at)}
    >
      {(tied) => <Control {...props} tied={tied} />}
    </WrappedField>
  );
};

const Flag = ({ field, value, onChange }: EntryProps) => {
  const label = useLabel();
  return (
    <label className={css.flag}>
      <input type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
      {label(field.label)}
    </label>
  );
};

const Thing = (props: EntryProps) => (
  <Suspense fallback={null}>
    <ThingEntry {...props} />
  </Suspense>
);

const Parts = (props: EntryProps) => <PartsEntry {...props} Part={Entry} />;
const Group = (props: EntryProps) => <GroupEntry {...props} Part={Entry} />;

const isOfFiles = ({ isList, name }: EntryProps['field']): boolean =>
  isList && ['evidence', 'before', 'after'].includes(name);

const kindOf = (field: EntryProps['field']): ComponentType<EntryProps> => {
  if (isOfFiles(field)) return UploadEntry;
  if (field.parts) return field.isList ? Parts : Group;
  if (field.words && field.isList) return WordsEntry;
  if (kindOfThing(field.name) !== undefined) return Thing;
  return field.type === 'Boolean' ? Flag : Plain;
};

/** A field to enter something in, by what the schema says of it. */
export const Entry = (props: EntryProps) => {
  const Kind = kindOf(props.field);
  return <Kind {...props} />;
};
