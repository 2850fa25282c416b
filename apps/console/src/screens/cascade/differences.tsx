import kinds from 'labels:DifferenceKind';
import { useWhole } from '../../api/use-whole';
import { labelOf } from '../../lib/label';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { numberBefore } from '../directive/clauses';
import { DIFFERENCES, differencesIn, type Difference } from './query';
import css from './text-beside.module.css';

interface Props {
  readonly id: string;
  readonly parentId: string;
  readonly who: string;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}

/** What a body made of the words that it was given, clause by clause. */
export const Differences = ({ id, parentId, who, asOf, onClose }: Props) => {
  const { t } = useWords();
  const read = useWhole(DIFFERENCES, { id, parentId, asOf }, differencesIn);
  const back = (
    <Button kind="text" small onClick={onClose}>
      {t('cascade.text.back')}
    </Button>
  );
  return (
    <Sec title={t('cascade.text.of', { who })} end={back}>
      {read.at === 'reading' && <Skeleton lines={6} />}
      {read.at === 'failed' && <Failed failure={read.failure} onAgain={read.again} />}
      {read.at === 'read' && <Compared differences={read.data.nodes} />}
    </Sec>
  );
};

const Compared = ({ differences }: { readonly differences: readonly Difference[] }) => {
  const { t } = useWords();
  if (differences.length === 0) return <p className={css.note}>{t('cascade.text.none')}</p>;
  return (
    <ol>
      {differences.map((one) => (
        <Clause key={one.id} difference={one} />
      ))}
    </ol>
  );
};

const Clause = ({ difference: { kind, theirs, own, dueChanged, runs } }: { readonly difference: Difference }) => {
  const { t, language } = useWords();
  const said = [
    ...(kind === 'same' ? [] : [labelOf(kinds, kind, language)]),
    ...(dueChanged === true ? [t('cascade.text.due')] : []),
  ];
  return (
    <li>
      <p className={css.clause} lang="zh-CN">
        <span>{numberBefore((own ?? theirs)?.number ?? '')}</span>
        <span>
          {runs.map((run, place) => (
            <Run key={place} run={run} />
          ))}
        </span>
      </p>
      {said.length > 0 && <p className={css.said}>{said.join(' · ')}</p>}
    </li>
  );
};

const Run = ({ run: { kind, text } }: { readonly run: Difference['runs'][number] }) => {
  switch (kind) {
    case 'same':
      return text;
    case 'removed':
      return <del className={css.gone}>{text}</del>;
    case 'added':
      return <ins className={css.come}>{text}</ins>;
  }
};
