import { Link } from '@tanstack/react-router';
import { Chain, type ChainStep } from '../../ui/chain';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './hero.module.css';
import type { Gap } from './query';

interface Props {
  readonly count: number;
  readonly gaps: readonly Gap[];
  /** Whether these are all gaps: otherwise nobody knows the oldest. */
  readonly isAll: boolean;
  readonly asOf: string | undefined;
}

const whereIs = ({ place, territory, matter }: Gap): string => [place ?? territory.label, matter].join(' · ');

/** The first line is a sentence, and below it the worst gap stands in its chain. */
export const Hero = ({ count, gaps, isAll, asOf }: Props) => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const [worst] = gaps;
  if (count === 0) return <h1 className={css.sentence}>{t('gaps.none')}</h1>;
  const since = isAll ? gaps.map(({ detectedAt }) => detectedAt).sort()[0] : undefined;
  return (
    <section className={css.hero} aria-label={t('home.title')}>
      <h1 className={css.sentence}>
        <Link to="/matrix" search={{ only: 'gaps' }} className={css.red}>
          {t('home.unowned', { count })}
        </Link>
        {since !== undefined && t('home.since', { span: telling.since(since) })}
        {worst && <span className={css.where}>{whereIs(worst)}</span>}
      </h1>
      {worst && <Broken gap={worst} />}
    </section>
  );
};

const Broken = ({ gap }: { readonly gap: Gap }) => {
  const { t } = useWords();
  const [before, after] = gap.between;
  const step = (side: 'before' | 'after', neighbour: Gap['between'][number] | undefined): readonly ChainStep[] =>
    neighbour === undefined
      ? []
      : [
          {
            ...{ key: side, state: 'done', name: t(`home.${side}`) },
            said: <Said name={neighbour.dutyPoint.label} by={neighbour.organisation.label ?? ''} />,
          },
        ];
  const hole: ChainStep = {
    ...{ key: 'this', state: 'broken', name: t('home.this') },
    said: (
      <>
        <span className={css.gone}>{gap.step}</span>
        <span className={css.by}>
          <Status kind="unowned">{t('home.nobody')}</Status>{' '}
          <span className={text.note}>{t('home.fallback', { who: gap.provisionalHolder.label ?? '' })}</span>
        </span>
        <Link to="/matrix" search={{ cell: `${gap.id} ${gap.parties[0] ?? 'unit'}` }} className={css.act}>
          {t('home.open')}
        </Link>
      </>
    ),
  };
  return <Chain label={t('home.chain')} steps={[...step('before', before), hole, ...step('after', after)]} />;
};

const Said = ({ name, by }: { readonly name: string | null; readonly by: string }) => {
  return (
    <>
      <span className={css.step}>{name}</span>
      <span className={css.by}>{by}</span>
    </>
  );
};
