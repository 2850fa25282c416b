import { Link } from '@tanstack/react-router';
import { Status } from '../../ui/status';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { depthsOf, dutiesOf, numberBefore } from './clauses';
import css from './directive.module.css';
import type { Duty } from './lists';
import type { Clause } from './query';

interface Props {
  readonly clauses: readonly Clause[];
  /** Undefined until they are known. */
  readonly duties: readonly Duty[] | undefined;
  /** The order whose clauses may be given duties by whoever looks; undefined where they may not. */
  readonly dutiesFor: string | undefined;
}

/** The text, clause by clause, and what each asks for. */
export const ClauseList = ({ clauses, duties, dutiesFor }: Props) => {
  const depths = depthsOf(clauses);
  return (
    <ol>
      {clauses.map((clause) => (
        <li key={clause.key} className={css.clause} style={{ marginLeft: (depths.get(clause.key) ?? 0) * 24 }}>
          <p className={css.words} lang="zh-CN">
            <span className={css.number}>{numberBefore(clause.number)}</span>
            {clause.text}
          </p>
          {!clause.heading && (
            <p className={css.asked}>
              <Due due={clause.due} />
              {duties && <Duties duties={dutiesOf(clause, clauses, duties)} />}
              {dutiesFor !== undefined && <NewDuty order={dutiesFor} clause={clause} />}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};

const NewDuty = ({ order, clause }: { readonly order: string; readonly clause: Clause }) => {
  const { t } = useWords();
  return (
    <Link
      to="/matrix/new"
      search={{ directive: order, clause: clause.key }}
      aria-label={t('duties.new.ofClause', { number: clause.number === '' ? clause.order : clause.number })}
    >
      {t('duties.new')}
    </Link>
  );
};

const Due = ({ due }: Pick<Clause, 'due'>) => {
  const { t } = useWords();
  const telling = useTelling();
  if (due === null) return null;
  switch (due.rule) {
    case 'none':
      return <span>{t('directive.due.none')}</span>;
    case 'by':
      return due.at === null ? null : <span>{t('directive.due.by', { at: telling.due(due.at) })}</span>;
    case 'stated':
      return <span>{t('directive.due.stated', { text: due.text ?? '' })}</span>;
  }
};

const Duties = ({ duties }: { readonly duties: readonly Duty[] }) => {
  const { t } = useWords();
  if (duties.length === 0) return <span>{t('directive.duties.none')}</span>;
  return duties.map(({ id, step, place, fullyHeld }) => (
    <span key={id}>
      <Link to="/matrix" search={{ cell: `${id} unit` }}>
        {[place, step].filter(Boolean).join(' · ')}
      </Link>
      {!fullyHeld && (
        <>
          {' '}
          <Status kind="partial">{t('directive.duties.open')}</Status>
        </>
      )}
    </span>
  ));
};
