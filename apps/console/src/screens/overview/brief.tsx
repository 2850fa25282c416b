import { useState } from 'react';
import { toClipboard } from '../../lib/to-clipboard';
import { Button } from '../../ui/button';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './overview.module.css';
import type { Gap, Overview } from './query';

interface Props {
  readonly overview: Overview;
  readonly worst: Gap | undefined;
  readonly asOf: string | undefined;
}

/** The same in four lines of plain text, for those who pass it on by message: nobody has to send a picture of a screen. */
const useBrief = ({ overview, worst, asOf }: Props): string => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const { unowned, open, dueSoon, overdue, recurred, orders } = overview;
  const [order] = orders;
  const gap = worst && {
    what: [worst.place ?? worst.territory.label, worst.step].join(' · '),
    span: telling.since(worst.detectedAt),
    who: worst.provisionalHolder.label ?? '',
  };
  return [
    t('brief.at', { at: telling.moment(overview.at) }),
    gap ? t('brief.unowned', { count: unowned.now, ...gap }) : t('gaps.none'),
    t('brief.findings', { open: open.now, soon: dueSoon.now, late: overdue.now, again: recurred.now }),
    ...(order
      ? [
          t('brief.order', {
            what: order.directive.label ?? order.directive.id,
            ...{ bodies: order.bodies, signed: order.acknowledged, on: order.passedOn },
          }),
        ]
      : []),
  ].join('\n');
};

/** Takes the overview along: as text, or on paper. */
export const Brief = (props: Props) => {
  const { t } = useWords();
  const brief = useBrief(props);
  const [came, setCame] = useState<boolean>();
  return (
    <span className={css.take}>
      <Button kind="text" small onClick={() => void toClipboard(brief).then(setCame)}>
        {t('brief.copy')}
      </Button>
      <Button kind="text" small onClick={() => window.print()}>
        {t('brief.print')}
      </Button>
      <span role="status">{came !== undefined && t(came ? 'brief.copied' : 'brief.refused')}</span>
    </span>
  );
};
