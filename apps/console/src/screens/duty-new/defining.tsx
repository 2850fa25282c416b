import defineDutyPoint from 'act:defineDutyPoint';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Act, EntryProps } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import type { Draft } from '../../forms/draft';
import { KnownThings } from '../../forms/known';
import { ThingEntry } from '../../forms/thing-entry';
import { WordsEntry } from '../../forms/words-entry';
import { useSession } from '../../session/session';
import { PARTIES } from '../../ui/marks';
import { Page } from '../../ui/page';
import { useWords } from '../../words/use-words';
import { numberBefore } from '../directive/clauses';
import record from '../record/record.module.css';
import css from './duty-new.module.css';
import type { Clause, Order } from './query';

const OtherStep = (props: EntryProps) => <ThingEntry {...props} kind="dutyPoint" />;

/** In the order in which they are said everywhere; the schema has them by the alphabet. */
const PartiesEntry = ({ field, ...rest }: EntryProps) => {
  const words = field.words?.toSorted(([one], [other]) => placeOf(one) - placeOf(other));
  return <WordsEntry {...rest} field={{ ...field, ...(words && { words }) }} />;
};

const placeOf = (word: string): number => PARTIES.findIndex((party) => party === word);

const ACT: Act = {
  ...defineDutyPoint,
  first: [
    ...['clause', 'matter', 'step', 'place', 'placeType', 'territoryId', 'requiredParties', 'standard'],
    ...['previous', 'next', 'line', 'operatorId', 'notDuplicateOf'],
  ],
  entries: { requiredParties: PartiesEntry, notDuplicateOf: OtherStep },
};

/** Where it comes from is known: it is shown above the form, and not asked for. */
const OF_CLAUSE: Act = { ...ACT, given: ['clause'] };

/** As long as what is asked of a duty may be. */
const LONGEST = 1000;

/** A clause of an order that a duty comes from. */
interface From {
  readonly order: Order;
  readonly clause: Clause;
}

/** What the clause says is what good performance is, until somebody says it better. */
const asAsked = ({ order, clause }: From): Draft => ({
  clause: { directiveId: order.id, clauseNumber: clause.key },
  standard: clause.text.slice(0, LONGEST),
});

/** The form that sets a duty point up, in the place of whoever does it. */
export const Defining = ({ from }: { readonly from?: From }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { territory } = useSession().me;
  const begin = { ...(territory && { territoryId: territory.id }), ...(from && asAsked(from)) };
  return (
    <Page title={t('duties.new')} note={t('duties.new.note')}>
      <div className={record.form}>
        {from && <Source {...from} />}
        <Beginning command="defineDutyPoint">
          <KnownThings value={territory ? { [territory.id]: territory.label ?? territory.id } : {}}>
            <ActForm
              act={from ? OF_CLAUSE : ACT}
              title={t('duties.new')}
              verb={t('duties.new.do')}
              begin={begin}
              onRecorded={({ id }) => void navigate({ to: '/matrix', search: { cell: `${id} unit` } })}
              onClose={() => void navigate({ to: '/matrix' })}
            />
          </KnownThings>
        </Beginning>
      </div>
    </Page>
  );
};

const Source = ({ order, clause }: From) => {
  const { t } = useWords();
  return (
    <figure className={css.source}>
      <blockquote className={css.words} lang="zh-CN">
        {numberBefore(clause.number)}
        {clause.text}
      </blockquote>
      <figcaption className={css.of}>
        {t('duties.new.from')}{' '}
        <Link to="/directives/$id" params={{ id: order.id }}>
          {order.title}
        </Link>
      </figcaption>
    </figure>
  );
};
