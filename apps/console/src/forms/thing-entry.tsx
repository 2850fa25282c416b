import { Select } from 'antd';
import { useState } from 'react';
import type { ResultOf } from '../api/graphql';
import { useRead, type Read } from '../api/use-read';
import { joined } from '../lib/joined';
import { Kit } from '../ui/kit';
import { WrappedField } from '../ui/wrapped-field';
import { useWords } from '../words/use-words';
import type { EntryProps } from './act';
import { textIn, textsIn } from './draft';
import { useKnownThings } from './known';
import { useLabel } from './label';
import { kindOfThing, THINGS, type ThingKind } from './things';

const askedFor = (kind: ThingKind | undefined, text: string) => ({
  text: text.trim() === '' ? undefined : text.trim(),
  organisation: kind === 'organisation',
  person: kind === 'person',
  territory: kind === 'territory',
  dutyPoint: kind === 'dutyPoint',
  finding: kind === 'finding',
  directive: kind === 'directive',
  meeting: kind === 'meeting',
  lateEntry: kind === 'lateEntry',
});

/** What people call it by, where it has a number. */
const numberOf = (node: object): string | undefined =>
  'number' in node && typeof node.number === 'string' ? node.number : undefined;

const foundIn = (read: Read<ResultOf<typeof THINGS>>, kind: ThingKind | undefined) => {
  const page = read.at === 'read' && kind ? read.data[kind] : undefined;
  const found = (page?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: joined(numberOf(node), node.name),
  }));
  return { found, hasMore: page?.pageInfo.hasNextPage === true };
};

/** What stands below as many as are offered; nobody can choose it. */
const MORE = 'more';

interface Props extends EntryProps {
  /** Where the name of the field does not tell it. */
  readonly kind?: ThingKind;
}

/** Something that is there already, found by its name. */
export const ThingEntry = ({ field, value, onChange, faults, at, kind = kindOfThing(field.name) }: Props) => {
  const { t } = useWords();
  const label = useLabel();
  const known = useKnownThings();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(known);
  const read = useRead(THINGS, askedFor(kind, text));
  const { found, hasMore } = foundIn(read, kind);
  const ids = field.isList ? textsIn(value) : [textIn(value)].filter((id) => id !== '');
  const before = ids
    .filter((id) => !found.some(({ value: other }) => other === id))
    .map((id) => ({ value: id, label: chosen[id] ?? id }));
  const choose = (next: string | string[] | undefined) => {
    setChosen({ ...chosen, ...Object.fromEntries(found.map(({ value: id, label: name }) => [id, name])) });
    onChange(next);
  };
  const common = {
    style: { width: '100%' },
    placeholder: t('form.find'),
    allowClear: true,
    showSearch: { filterOption: false, onSearch: setText },
    options: [...before, ...found, ...(hasMore ? [{ value: MORE, label: t('form.find.more'), disabled: true }] : [])],
    notFoundContent: read.at === 'reading' ? t('state.loading') : t('form.find.none'),
  };
  return (
    <WrappedField
      label={label(field.label)}
      note={field.isRequired ? undefined : t('form.optional')}
      wrong={faults.get(at)}
    >
      {({ id, 'aria-describedby': describedBy }) => (
        <Kit>
          {field.isList ? (
            <Select<string[]>
              id={id}
              aria-describedby={describedBy}
              mode="multiple"
              {...common}
              value={[...ids]}
              onChange={choose}
            />
          ) : (
            <Select<string>
              id={id}
              aria-describedby={describedBy}
              {...common}
              value={ids[0] ?? null}
              onChange={choose}
            />
          )}
        </Kit>
      )}
    </WrappedField>
  );
};
