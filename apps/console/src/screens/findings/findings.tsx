import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useAsOf } from '../../frame/as-of';
import { now } from '../../lib/server-time';
import { useRead } from '../../api/use-read';
import { LongTable } from '../../ui/long-table';
import { Page } from '../../ui/page';
import { useRowKeys } from '../../ui/row-keys';
import { Segmented } from '../../ui/segmented';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { Chips } from './chips';
import { NoFinding } from './no-finding';
import { FindingRow } from './finding-row';
import { RecordLink } from './record-link';
import { askedBy, FINDINGS } from './query';
import { stagesIn } from './stages';
import { ALWAYS, WHICH } from './which';

/** Comes after the list: it brings the kit with it. */
const StageFilter = lazy(() => import('./stage-filter').then(({ StageFilter: loaded }) => ({ default: loaded })));

/** Of the columns, in their order. */
const WIDTHS = ['40%', '15%', '17%', '11%', '17%'];

/** What was found, by what one asks for. */
export const Findings = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/findings' });
  const { text, which, stage } = search;
  const { asOf } = useAsOf();
  const asked = askedBy(search, asOf === undefined ? now() : new Date(asOf));
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table);
  const read = useRead(FINDINGS, asked);
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { edges, totalCount } = read.data.findings;
  const count = totalCount === null ? t('findings.many') : t('findings.count', { count: totalCount });
  const ask = (part: object) => void navigate({ to: '/findings', search: (before) => ({ ...before, ...part }) });
  const choice = (
    <>
      <RecordLink />
      <Suspense fallback={null}>
        <StageFilter
          chosen={stagesIn(stage)}
          onChange={(stages) => ask({ stage: stages.length > 0 ? stages.join(',') : undefined })}
        />
      </Suspense>
      <Segmented
        label={t('findings.which')}
        value={which ?? 'all'}
        options={(['all', ...WHICH.filter((one) => ALWAYS.includes(one) || one === which)] as const).map((value) => ({
          value,
          label: t(`findings.which.${value}`),
        }))}
        onChange={(value) => ask({ which: value === 'all' ? undefined : value })}
      />
    </>
  );
  const columns = (['what', 'kind', 'unit', 'stage', 'due'] as const).map((name) => t(`findings.${name}`));
  return (
    <Page title={t('findings.title')} note={count} end={choice}>
      <Chips asked={search} onAsk={ask} />
      {edges.length === 0 ? (
        <NoFinding isNarrowed={[text, which, stage].some((asked) => asked !== undefined)} />
      ) : (
        <div ref={table}>
          <LongTable
            label={t('findings.title')}
            columns={columns}
            widths={WIDTHS}
            key={JSON.stringify(asked)}
            query={FINDINGS}
            asked={asked}
            page={read.data.findings}
            pageIn={({ findings }) => findings}
            row={(row) => <FindingRow key={row.id} row={row} asOf={asked.asOf} />}
          />
        </div>
      )}
    </Page>
  );
};
