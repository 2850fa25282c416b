import kinds from 'labels:LateEntryKind';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { Standing } from '../late-entries/late-entries';
import { happenedIn } from '../late-entries/said';
import type { LateEntry } from './query';

interface Props {
  readonly entry: LateEntry;
}

/** What was registered, and how much of it is told. */
export const LateEntryFacts = ({ entry }: Props) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const { photoSha256: photo } = entry;
  return (
    <Sec title={t('late.facts')}>
      <Facts
        facts={[
          [t('late.kind'), labelOf(kinds, entry.kind, language)],
          [t('late.number'), entry.number],
          [t('late.photo'), photo === null ? null : <span className={text.mono}>{photo}</span>],
          [t('late.what'), entry.what],
          [t('late.reason'), entry.reason],
          [t('late.happened'), happenedIn(entry, telling)],
          [t('late.takenBy'), entry.takenBy?.label],
          [t('late.about'), entry.about && <About about={entry.about} />],
          [t('late.told'), t('late.told.n', { told: entry.told, holds: entry.holds })],
        ]}
      />
    </Sec>
  );
};

const About = ({ about: { id, label } }: { readonly about: NonNullable<LateEntry['about']> }) => {
  const { t } = useWords();
  if (label === null) return t('late.about.notSeen');
  return (
    <Link to="/history/$id" params={{ id }}>
      {label}
    </Link>
  );
};

/** By whom it was registered, and what another person said of it. */
export const Decision = ({ entry }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const { decidedAt, decidedBy } = entry;
  const by = (who: string | null | undefined, at: string) => [who ?? '', telling.moment(at)].join(' · ');
  return (
    <Sec title={t('late.decision')}>
      <Facts
        facts={[
          [t('late.status'), <Standing status={entry.status} />],
          [t('late.registered'), by(entry.registeredBy.label, entry.registeredAt)],
          [t(`late.decided.${entry.status}`), decidedAt === null ? null : by(decidedBy?.label, decidedAt)],
          [t('late.refusal'), entry.refusal],
        ]}
      />
    </Sec>
  );
};
