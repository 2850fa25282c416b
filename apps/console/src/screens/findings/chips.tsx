import stages from 'labels:FindingStage';
import { labelOf } from '../../lib/label';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import css from './findings.module.css';
import { stagesIn } from './stages';
import type { Which } from './which';

interface Asked {
  readonly text?: string | undefined;
  readonly which?: Which | undefined;
  readonly stage?: string | undefined;
}

interface Props {
  readonly asked: Asked;
  readonly onAsk: (part: Asked) => void;
}

/** What the list is narrowed by, each to be taken off. */
export const Chips = ({ asked: { text, which, stage }, onAsk }: Props) => {
  const { t, language } = useWords();
  const chosen = stagesIn(stage);
  const without = (one: string) => chosen.filter((other) => other !== one).join(',');
  const chips = [
    ...(text === undefined ? [] : [{ said: t('findings.text', { text }), off: { text: undefined } }]),
    ...(which === undefined ? [] : [{ said: t(`findings.which.${which}`), off: { which: undefined } }]),
    ...chosen.map((one) => ({ said: labelOf(stages, one, language), off: { stage: without(one) || undefined } })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('findings.narrowed')}>
      {chips.map(({ said, off }) => (
        <li key={said}>
          <Button small aria-label={t('findings.off', { said })} onClick={() => onAsk(off)}>
            {said} <span aria-hidden>×</span>
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button small kind="text" onClick={() => onAsk({ text: undefined, which: undefined, stage: undefined })}>
            {t('findings.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
};
