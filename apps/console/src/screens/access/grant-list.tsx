import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { LongTable } from '../../ui/long-table';
import { useRowKeys } from '../../ui/row-keys';
import { useWords } from '../../words/use-words';
import { GrantLine } from './grant-row';
import { GRANTS, type GrantPage, type grantsAsked } from './query';
import type { GrantsSearch } from './which';

interface Props {
  readonly page: GrantPage;
  readonly asked: ReturnType<typeof grantsAsked>;
  readonly search: GrantsSearch;
}

/** The newest grants first. */
export const GrantList = ({ page, asked, search }: Props) => {
  const { t } = useWords();
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table);
  if (page.edges.length === 0) return <NoGrant isNarrowed={isNarrowed(search)} />;
  const columns = (['who', 'role', 'over', 'period', 'status', 'by'] as const).map((name) => t(`access.${name}`));
  return (
    <div ref={table}>
      <LongTable
        label={t('access.title')}
        columns={columns}
        key={JSON.stringify(asked)}
        query={GRANTS}
        asked={asked}
        page={page}
        pageIn={({ grants }) => grants}
        row={(row) => (
          <GrantLine
            key={`${row.id} ${String(row.number)}`}
            row={row}
            isOpen={search.of === row.grantee.id && search.n === String(row.number)}
          />
        )}
      />
    </div>
  );
};

const isNarrowed = ({ status, role, person, post }: GrantsSearch): boolean =>
  [status, role, person, post].some((part) => part !== undefined);

/** Nothing that they may see, or nothing of what was asked for: not the same. */
const NoGrant = ({ isNarrowed: is }: { readonly isNarrowed: boolean }) => {
  const { t } = useWords();
  if (!is) return <p>{t('access.empty')}</p>;
  return (
    <p>
      {t('access.none')} <Link to="/access">{t('findings.clear')}</Link>
    </p>
  );
};
