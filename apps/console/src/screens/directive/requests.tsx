import adaptations from 'labels:AdaptationKind';
import statuses from 'labels:RequestStatus';
import { lazy } from 'react';
import { useWhole } from '../../api/use-whole';
import { RowActs } from '../../forms/row-acts';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Unread } from '../../ui/states';
import text from '../../ui/text.module.css';
import { WholeTable } from '../../ui/whole-table';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { REQUESTS, requestsIn } from './lists';
import type { Request } from './request';

const RulingForm = lazy(() =>
  import('./acts/directive-act-form').then(({ RulingForm: loaded }) => ({ default: loaded })),
);

type Clause = Request['clauses'][number];

/** What may be answered to each kind of request. */
const ANSWERS: Readonly<Partial<Record<Clause['how'], readonly string[]>>> = {
  exempted: ['exemptClause', 'refuseExemption'],
  later: ['grantLaterDue', 'refuseLaterDue'],
};

interface Props {
  readonly id: string;
  readonly asOf: string | undefined;
}

/** What is asked of this order, and what it asks of those that it carries on. */
export const Requests = ({ id, asOf }: Props) => {
  const { t } = useWords();
  return (
    <>
      <Asked title={t('directive.asked')} asked={{ directiveId: id, asOf }} who={({ child }) => child} />
      <Asked title={t('directive.asks')} asked={{ childId: id, asOf }} who={({ parent }) => parent} />
    </>
  );
};

interface AskedProps {
  readonly title: string;
  readonly asked: { readonly childId?: string; readonly directiveId?: string; readonly asOf: string | undefined };
  readonly who: (request: Request) => Request['child'];
}

const Asked = ({ title, asked: { childId, directiveId, asOf }, who }: AskedProps) => {
  const { t } = useWords();
  const read = useWhole(REQUESTS, { childId, directiveId, asOf }, requestsIn);
  if (read.at === 'failed') return <Unread onAgain={read.again} />;
  if (read.at === 'reading' || read.data.nodes.length === 0) return null;
  const columns = (['clause', 'what', 'state'] as const).map((name) => t(`directive.asked.${name}`));
  const rows = read.data.nodes.flatMap((request) => request.clauses.map((clause) => ({ request, clause })));
  return (
    <Sec title={title}>
      <WholeTable
        label={title}
        columns={columns}
        nodes={rows}
        row={({ request, clause }) => (
          <Row key={`${request.id} ${clause.clause}`} {...{ request, clause, who: who(request) }} />
        )}
      />
    </Sec>
  );
};

interface RowProps {
  readonly request: Request;
  readonly clause: Clause;
  readonly who: Request['child'];
}

const Row = ({ request, clause, who }: RowProps) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const { how, due, reason, status, ruling } = clause;
  const until = due?.at ? t('directive.due.by', { at: telling.due(due.at) }) : '';
  const allowed = request.viewerCan.filter((one) => one.allowed && ANSWERS[how]?.includes(one.command));
  return (
    <tr>
      <td>
        {clause.clause}
        <div className={text.note}>{who.label ?? who.id}</div>
      </td>
      <td>
        {[labelOf(adaptations, how, language), until].filter(Boolean).join(' · ')}
        <div className={text.note}>{reason}</div>
      </td>
      <td>
        {labelOf(statuses, status, language)}
        {ruling !== null && <div className={text.note}>{ruling}</div>}
        <RowActs
          names={allowed.map(({ command }) => command)}
          about={clause.clause}
          form={(open) => (
            <RulingForm childId={request.child.id} parentId={request.parent.id} clause={clause.clause} {...open} />
          )}
        />
      </td>
    </tr>
  );
};
