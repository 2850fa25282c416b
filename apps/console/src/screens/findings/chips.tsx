import stages from 'labels:FindingStage';
import { labelOf } from '../../lib/label';
import { Chips as Narrowed } from '../../ui/chips';
import { useWords } from '../../words/use-words';
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
  return (
    <Narrowed
      chips={chips.map(({ said, off }) => ({ said, off: () => onAsk(off) }))}
      onClear={() => onAsk({ text: undefined, which: undefined, stage: undefined })}
    />
  );
};
