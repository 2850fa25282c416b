import roles from 'labels:GrantedRole';
import statuses from 'labels:GrantStatus';
import { joined } from '../../lib/joined';
import { labelOf } from '../../lib/label';
import { Chips } from '../../ui/chips';
import { Choice } from '../../ui/choice';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import type { GrantRow } from './query';
import { GRANT_STATUSES, GRANTED_ROLES, type GrantsSearch } from './which';

interface Props {
  readonly search: GrantsSearch;
  /** What was found: it knows what is called how. */
  readonly rows: readonly GrantRow[];
  readonly onAsk: (part: GrantsSearch) => void;
}

/** By what the list is narrowed, each to be taken off. */
export const GrantFilters = ({ search: { status, role, person, post }, rows, onAsk }: Props) => {
  const { t, language } = useWords();
  const of = person ?? post;
  const label = rows.find(({ grantee }) => grantee.id === of)?.grantee.label;
  const who = label === undefined ? t('access.onlyOne') : joined(label);
  return (
    <>
      <div className={css.filters}>
        <Segmented
          label={t('access.status')}
          value={status ?? 'all'}
          options={(['all', ...GRANT_STATUSES] as const).map((value) => ({
            value,
            label: value === 'all' ? t('access.all') : labelOf(statuses, value, language),
          }))}
          onChange={(value) => onAsk({ status: value === 'all' ? undefined : value })}
        />
        <Choice
          label={t('access.role')}
          any={t('access.all')}
          value={role}
          options={GRANTED_ROLES.map((value) => ({ value, label: labelOf(roles, value, language) }))}
          onChange={(value) => onAsk({ role: value })}
        />
      </div>
      <Chips
        chips={[
          ...(of === undefined ? [] : [{ said: who, off: () => onAsk({ person: undefined, post: undefined }) }]),
          ...(role === undefined
            ? []
            : [{ said: labelOf(roles, role, language), off: () => onAsk({ role: undefined }) }]),
          ...(status === undefined
            ? []
            : [{ said: labelOf(statuses, status, language), off: () => onAsk({ status: undefined }) }]),
        ]}
        onClear={() => onAsk({ person: undefined, post: undefined, role: undefined, status: undefined })}
      />
    </>
  );
};
