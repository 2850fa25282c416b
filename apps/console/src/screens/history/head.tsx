import { Link } from '@tanstack/react-router';
import { classes } from '../../ui/classes';
import { SHAPES } from '../../ui/status';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './head.module.css';
import { factsOf, titleOf } from './known';
import type { Subject } from './query';
import type { Known } from './state-query';
import { useKnown } from './use-known';

interface Props {
  readonly subjects: readonly Subject[];
  /** The moment that is looked at, and the event before it: what changed in between is marked. */
  readonly asOf: string | undefined;
  readonly before: string | undefined;
}

/** What stands in one line. */
const SHOWN = 6;

/** What it is, and what was known of it at the moment that is looked at. */
export const Head = ({ subjects, asOf, before }: Props) => {
  const read = useKnown(subjects, asOf);
  const now = read.at === 'read' ? read.data : undefined;
  const [subject] = subjects;
  return (
    <header className={css.head}>
      <h1>{titleIn(now) ?? subject?.label}</h1>
      {subject && <Back id={subject.id} number={now?.finding?.number} />}
      {now && <KnownLine subjects={subjects} known={now} before={before} isPast={asOf !== undefined} />}
    </header>
  );
};

const titleIn = (known: Known | undefined) => known && titleOf(known);

/** The way to the thing itself, and what people call it by. */
const Back = ({ id, number }: { readonly id: string; readonly number: string | null | undefined }) => {
  const { t } = useWords();
  if (id.startsWith('finding-'))
    return (
      <p className={css.back}>
        {number}{' '}
        <Link to="/findings/$id" params={{ id }}>
          {t('history.toFinding')}
        </Link>
      </p>
    );
  if (!id.startsWith('dutyPoint-')) return null;
  return (
    <Link to="/matrix" search={{ cell: `${id} territorial` }} className={css.back}>
      {t('history.toMatrix')}
    </Link>
  );
};

interface KnownProps {
  readonly subjects: readonly Subject[];
  readonly known: Known;
  readonly before: string | undefined;
  readonly isPast: boolean;
}

const KnownLine = ({ subjects, known, before, isPast }: KnownProps) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const earlier = useKnown(subjects, before);
  const facts = factsOf(known, { t, language, telling }).slice(0, SHOWN);
  const was = new Map(
    isPast && earlier.at === 'read'
      ? factsOf(earlier.data, { t, language, telling }).map(({ key, value }) => [key, value] as const)
      : [],
  );
  return (
    <dl className={css.known} aria-live="polite">
      {facts.map(({ key, name, value, isHole }) => {
        const isNew = was.has(key) && was.get(key) !== value;
        return (
          <div key={key} className={classes(isNew && css.just)}>
            <dt>{isNew ? t('history.justChanged', { name }) : name}</dt>
            <dd className={classes(isHole === true && css.hole)}>
              {isHole === true ? `${SHAPES.unowned} ${value}` : value}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
