import stages from 'labels:FindingStage';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { joined } from '../../lib/joined';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Unread } from '../../ui/states';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './finding.module.css';
import type { Finding } from './query';
import { SIMILAR, type Alike, type AlikeOne } from './similar-query';

/** So many are shown at most. */
const SHOWN = 5;

type Of = Pick<Finding, 'id' | 'class' | 'dutyPoint' | 'subject'>;

/** F3: what was found before of the same duty point and class, or of the same body and class: how it ended, and how long that took. */
export const Similar = ({ finding }: { readonly finding: Of }) => {
  const { dutyPoint, subject } = finding;
  if (dutyPoint) return <Listed finding={finding} by="dutyPoint" where={{ dutyPointId: dutyPoint.id }} />;
  return subject && <Listed finding={finding} by="subject" where={{ subjectOrgId: subject.id }} />;
};

interface Props {
  readonly finding: Of;
  /** By what they are alike beside their class. */
  readonly by: 'dutyPoint' | 'subject';
  readonly where: { readonly dutyPointId?: string; readonly subjectOrgId?: string };
}

const Listed = ({ finding, by, where }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const asked = { class: finding.class, dutyPointId: where.dutyPointId, subjectOrgId: where.subjectOrgId, asOf };
  const read = useRead(SIMILAR, asked);
  return (
    <Sec title={t('finding.similar')} note={t(`finding.similar.${by}`)}>
      {read.at === 'failed' && <Unread onAgain={read.again} />}
      {read.at === 'read' && <Others id={finding.id} alike={read.data.findings} />}
    </Sec>
  );
};

const Others = ({ id, alike }: { readonly id: string; readonly alike: Alike }) => {
  const { t } = useWords();
  const others = alike.edges.map(({ node }) => node).filter((one) => one.id !== id);
  if (others.length === 0) return <p>{t('finding.similar.none')}</p>;
  const hasMore = alike.pageInfo.hasNextPage || others.length > SHOWN;
  return (
    <>
      <ul>
        {others.slice(0, SHOWN).map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {hasMore && <p className={text.note}>{t('finding.similar.more', { n: SHOWN })}</p>}
    </>
  );
};

const Line = ({ one }: { readonly one: AlikeOne }) => (
  <li className={css.alike}>
    <Link to="/findings/$id" params={{ id: one.id }}>
      {joined(one.number, one.description)}
    </Link>
    <span className={text.note}>
      <Outcome one={one} />
    </span>
  </li>
);

/** How it ended and how long that took, or how far it is. */
const Outcome = ({ one: { status, confirmedAt, rectification } }: { readonly one: AlikeOne }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const closedAt = rectification?.closedOutAt;
  if (confirmedAt === null || typeof closedAt !== 'string') return labelOf(stages, status, language);
  const span = telling.span(Date.parse(closedAt) - Date.parse(confirmedAt));
  return <Status kind="closed">{t('finding.similar.took', { at: telling.day(closedAt), span })}</Status>;
};
