import stages from 'labels:FindingStage';
import { labelOf } from '../../lib/label';
import { Chain, type ChainStep } from '../../ui/chain';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { courseOf, isOfTheUnit, type Passed } from './course';
import css from './finding.module.css';
import type { Finding } from './query';

const ENDED: readonly Finding['status'][] = ['voided', 'merged', 'dismissed'];

/** Nine stages on one line; the present one says for whom it waits, and since when. */
export const Course = ({ finding, asOf }: { readonly finding: Finding; readonly asOf: string | undefined }) => {
  const { t, language } = useWords();
  const telling = useTelling(asOf);
  const course = courseOf(finding, ENDED.includes(finding.status));
  const before = course.findLast(({ state }) => state === 'done')?.at;
  const waitedFor = (step: Passed['step']): string => {
    const fix = finding.rectification;
    return (isOfTheUnit(step) ? fix?.unit : fix?.acceptor)?.label ?? '';
  };
  const said = ({ step, state, at }: Passed) => {
    if (at !== undefined) return telling.moment(at);
    if (state !== 'now' || before === undefined) return undefined;
    const who = waitedFor(step);
    const waits = who === '' ? labelOf(stages, finding.status, language) : t('course.waits', { who });
    return (
      <>
        {waits}
        <br />
        {t('course.waited', { span: telling.since(before) })}
      </>
    );
  };
  const steps = course.map((passed): ChainStep => ({
    key: passed.step,
    name: t(`course.${passed.step}`),
    state: passed.state,
    said: said(passed),
  }));
  return (
    <div className={css.chain}>
      <Chain label={t('course.label')} steps={steps} />
    </div>
  );
};
