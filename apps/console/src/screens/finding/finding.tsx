import classes from 'labels:FindingClass';
import severities from 'labels:Severity';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { useRead } from '../../api/use-read';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { Due } from '../../ui/due';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { Answerable } from './answerable';
import { Compare } from './compare';
import { Course } from './course-line';
import { EvidenceList } from './evidence-list';
import css from './finding.module.css';
import { Measures } from './measures';
import { Order } from './order';
import { FINDING, type Finding as Found } from './query';
import { Similar } from './similar';

/** Comes with the first form that is opened. */
const FindingActForm = lazy(() =>
  import('./acts/finding-act-form').then(({ FindingActForm: loaded }) => ({ default: loaded })),
);

/** One finding: what was seen, how far it is, what was ordered, and who answered for it then. */
export const Finding = () => {
  const { id } = useParams({ from: '/findings/$id' });
  const { asOf } = useAsOf();
  const read = useRead(FINDING, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { finding } = read.data;
  return finding ? <Case finding={finding} asOf={asOf} isStale={read.stale} /> : <NothingHere />;
};

interface CaseProps {
  readonly finding: Found;
  readonly asOf: string | undefined;
  readonly isStale: boolean;
}

const Case = ({ finding, asOf, isStale }: CaseProps) => {
  const { t } = useWords();
  const { rectification: fix } = finding;
  return (
    <Page>
      <FactsLine finding={finding} asOf={asOf} />
      <Course finding={finding} asOf={asOf} />
      <div className={css.two}>
        <div>
          <Order fix={fix} />
          {fix?.completionReportedAt && <Compare finding={finding} fix={fix} />}
          {fix && fix.measures.length > 0 && <Measures measures={fix.measures} />}
          <EvidenceList evidence={[...finding.evidence, ...finding.addedEvidence]} />
          <Answerable finding={finding} />
        </div>
        <div>
          {asOf === undefined ? <Acts finding={finding} isStale={isStale} /> : <p>{t('top.asOf.why')}</p>}
          <Similar finding={finding} />
        </div>
      </div>
    </Page>
  );
};

const Acts = ({ finding, isStale }: Omit<CaseProps, 'asOf'>) => {
  const { act } = useSearch({ from: '/findings/$id' });
  return (
    <ActPanel
      possible={finding.viewerCan}
      begin={act}
      isStale={isStale}
      form={(open) => <FindingActForm finding={finding} {...open} />}
    />
  );
};

const FactsLine = ({ finding, asOf }: { readonly finding: Found; readonly asOf: string | undefined }) => {
  const { t, language } = useWords();
  const kind = [labelOf(classes, finding.class, language), labelOf(severities, finding.severity, language)];
  const due = finding.closedOut ? undefined : finding.rectification?.dueAt;
  return (
    <>
      <p className={css.line}>
        {finding.number !== null && <span className={text.number}>{finding.number}</span>}
        <span>{finding.place}</span>
        <span>{kind.join(' · ')}</span>
        {due !== undefined && <Due at={due} asOf={asOf} />}
        <Link to="/history/$id" params={{ id: finding.id }}>
          {t('history.open')}
        </Link>
      </p>
      <h1 className={css.title}>{finding.description}</h1>
    </>
  );
};
