import deployFrom from 'act:deployFrom';
import draftDirective from 'act:draftDirective';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import type { Draft } from '../../forms/draft';
import { KnownThings } from '../../forms/known';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { ClauseMapEntry } from '../directive/acts/clause-map-entry';
import { ClausesEntry } from '../directive/acts/clauses-entry';
import { asDeployed } from '../directive/acts/begin';
import { DIRECTIVE } from '../directive/query';
import { NothingHere } from '../nothing-here';
import record from '../record/record.module.css';

const ENTRIES = { clauses: ClausesEntry, clauseMap: ClauseMapEntry };

/** An order is drafted: anew, or to carry on another one clause by clause. */
export const DraftOrder = () => {
  const { t } = useWords();
  const { from } = useSearch({ from: '/directives/new' });
  if (from !== undefined) return <Deployed from={from} />;
  return <Drafting title={t('draft.new')} act={draftDirective} begin={{}} known={{}} />;
};

const Deployed = ({ from }: { readonly from: string }) => {
  const { t } = useWords();
  const read = useRead(DIRECTIVE, { id: from, textVersion: undefined, asOf: undefined });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { directive: order } = read.data;
  if (!order) return <NothingHere />;
  return (
    <Drafting
      title={t('draft.from', { title: order.title })}
      act={deployFrom}
      begin={asDeployed(order)}
      known={{ [order.id]: order.title }}
    />
  );
};

interface Props {
  readonly title: string;
  readonly act: Act;
  readonly begin: Draft;
  readonly known: Readonly<Record<string, string>>;
}

const Drafting = ({ title, act, begin, known }: Props) => {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Page title={title}>
      <div className={record.form}>
        <Beginning command={act.name}>
          <KnownThings value={known}>
            <ActForm
              act={{ ...act, entries: ENTRIES }}
              title={title}
              verb={t('draft.do')}
              begin={begin}
              onRecorded={({ id }) => void navigate({ to: '/directives/$id', params: { id } })}
              onClose={() => void navigate({ to: '/directives' })}
            />
          </KnownThings>
        </Beginning>
      </div>
    </Page>
  );
};
