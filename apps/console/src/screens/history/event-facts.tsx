import { Facts } from '../../ui/facts';
import { useTelling } from '../../words/use-telling';
import { useDoer } from '../../words/use-doer';
import { useWords } from '../../words/use-words';
import { DataList } from './data-list';
import css from './detail.module.css';
import type { Entry } from './query';
import { say } from './saying';

interface Props {
  readonly entry: Entry;
  readonly onChoose: (position: string) => void;
}

const SOURCES = ['web', 'mobile', 'import', 'cli', 'system'] as const;

/** What an event holds, in whose capacity, when, by which way, and what it came from. */
export const EventFacts = ({ entry, onChoose }: Props) => {
  const { t } = useWords();
  const { actor, named, subject } = entry;
  const labels = new Map(named.flatMap(({ id, label }) => (label === null ? [] : [[id, label] as const])));
  const places = [actor.post, actor.organisation].map((one) => one?.label);
  const capacity = [useDoer()(actor), ...places];
  return (
    <>
      {say(entry) !== '' && <p className={css.said}>{say(entry)}</p>}
      <DataList data={entry.data} labels={labels} />
      {entry.withheld && <p className={css.muted}>{t('history.withheld')}</p>}
      <h3 className={css.part}>{t('history.capacity')}</h3>
      <p>{capacity.filter(Boolean).join(' · ') || t('history.system')}</p>
      <h3 className={css.part}>{t('history.record')}</h3>
      <Facts
        facts={[
          [t('history.reason'), entry.reason],
          [t('history.behalf'), actor.onBehalfOf?.label],
          ...useTimes(entry),
          [t('history.source'), useSource(entry)],
          [t('history.subject'), subject.label],
          [t('history.place'), t('history.place.of', { n: entry.position, revision: entry.revision })],
          [t('history.cause'), <Cause key="cause" entry={entry} onChoose={onChoose} />],
          ...(entry.effects.length === 0
            ? []
            : [[t('history.effects'), <Places key="effects" places={entry.effects} onChoose={onChoose} />] as const]),
          [t('history.schema'), `v${entry.schemaVersion}`],
        ]}
      />
    </>
  );
};

const useTimes = ({ occurredAt, recordedAt, lateEntry }: Entry) => {
  const { t } = useWords();
  const telling = useTelling();
  const late = t('history.late', { span: telling.span(Date.parse(recordedAt) - Date.parse(occurredAt)) });
  return [
    [t('history.occurred'), telling.moment(occurredAt)],
    [
      t('history.recorded'),
      <span key="recorded">
        {telling.moment(recordedAt)} {lateEntry && <span className={css.late}>{late}</span>}
      </span>,
    ],
  ] as const;
};

const useSource = ({ source, deviceId }: Entry): string => {
  const { t } = useWords();
  const known = SOURCES.find((one) => one === source);
  return [known ? t(`history.source.${known}`) : source, deviceId ?? ''].filter(Boolean).join(' · ');
};

const Cause = ({ entry, onChoose }: Props) => {
  const { t } = useWords();
  if (entry.causedBy) return <Places places={[entry.causedBy]} onChoose={onChoose} />;
  return <>{t(entry.causationId === null ? 'history.cause.none' : 'history.cause.elsewhere')}</>;
};

interface PlacesProps {
  readonly places: readonly { readonly position: string; readonly title: string }[];
  readonly onChoose: (position: string) => void;
}

const Places = ({ places, onChoose }: PlacesProps) => (
  <>
    {places.map(({ position, title }) => (
      <button key={position} type="button" className={css.jump} onClick={() => onChoose(position)}>
        #{position} {title}
      </button>
    ))}
  </>
);
