import forms from 'labels:MeetingForm';
import kinds from 'labels:MeetingKind';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useStatedDay } from '../../words/use-stated-day';
import { useWords } from '../../words/use-words';
import type { Meeting } from './query';

/** What the text that it is known from says of a meeting. */
export const MeetingFacts = ({ meeting }: { readonly meeting: Meeting }) => {
  const { t, language } = useWords();
  const day = useStatedDay();
  const { series, number, previous } = meeting;
  return (
    <Sec title={t('meeting.facts')}>
      <Facts
        facts={[
          [t('meetings.by'), <HeldBy meeting={meeting} />],
          [t('meetings.on'), day(meeting.heldOn)],
          [t('meeting.form'), labelOf(forms, meeting.form, language)],
          [t('meeting.kinds'), meeting.kinds.map((kind) => labelOf(kinds, kind, language)).join(' · ')],
          [
            t('meeting.series'),
            series !== null && number !== null ? t('meeting.series.n', { series, number }) : series,
          ],
          [t('meeting.previous'), previous && <Named of={previous} />],
          [t('meeting.undisclosed'), meeting.undisclosedItems ? t('meeting.undisclosed.yes') : null],
          [t('meeting.registeredBy'), meeting.registeredBy.label],
          [
            t('meeting.notDuplicateOf'),
            meeting.notDuplicateOf.length > 0 ? <Others ids={meeting.notDuplicateOf} /> : null,
          ],
        ]}
      />
    </Sec>
  );
};

const HeldBy = ({ meeting: { heldBy, heldByBody } }: { readonly meeting: Meeting }) =>
  heldByBody ? (
    <Link to="/bodies/$id" params={{ id: heldByBody.id }}>
      {heldBy}
    </Link>
  ) : (
    heldBy
  );

const Named = ({ of: { id, label } }: { readonly of: NonNullable<Meeting['previous']> }) => {
  const { t } = useWords();
  // One that is not theirs to see has no name either.
  if (label === null) return t('meeting.notSeen');
  return (
    <Link to="/meetings/$id" params={{ id }}>
      {label}
    </Link>
  );
};

const Others = ({ ids }: { readonly ids: readonly string[] }) => {
  const { t } = useWords();
  return (
    <ul>
      {ids.map((id, at) => (
        <li key={id}>
          <Link to="/meetings/$id" params={{ id }}>
            {t('meeting.other', { n: at + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  );
};
