import adaptations from 'labels:AdaptationKind';
import statuses from 'labels:RequestStatus';
import { lazy } from 'react';
import { RowActs } from '../../forms/row-acts';
import { inLanguage } from '../../lib/both';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Beside } from './query';
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

/** What is asked of this order, and what it asks of those that it carries on. */
export const Requests = ({ beside }: { readonly beside: Beside }) => {
  const { t } = useWords();
  const of = (edges: Beside['asked']['edges']) => edges.map(({ node }) => node);
  return (
    <>
      <Asked title={t('directive.asked')} requests={of(beside.askedOf.edges)} who={({ child }) => child} />
      <Asked title={t('directive.asks')} requests={of(beside.asked.edges)} who={({ parent }) => parent} />
    </>
  );
};

interface Props {
  readonly title: string;
  readonly requests: readonly Request[];
  readonly who: (request: Request) => Request['child'];
}

const Asked = ({ title, requests, who }: Props) => {
  const { t } = useWords();
  if (requests.length === 0) return null;
  const columns = (['clause', 'what', 'state'] as const).map((name) => t(`directive.asked.${name}`));
  return (
    <Sec title={title}>
      <Table label={title} columns={columns}>
        {requests.flatMap((request) =>
          request.clauses.map((clause) => (
            <Row key={`${request.id} ${clause.clause}`} {...{ request, clause, who: who(request) }} />
          )),
        )}
      </Table>
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
        <div className={text.note}>{inLanguage(who.label ?? who.id, language)}</div>
      </td>
      <td>
        {[labelOf(adaptations, how, language), until].filter((part) => part !== '').join(' · ')}
        <div className={text.note}>{inLanguage(reason, language)}</div>
      </td>
      <td>
        {labelOf(statuses, status, language)}
        {ruling !== null && <div className={text.note}>{inLanguage(ruling, language)}</div>}
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
