import { createPortal } from 'react-dom';
import { Button } from '../ui/button';
import { useTelling } from '../words/use-telling';
import { useWords } from '../words/use-words';
import css from './form.module.css';
import type { OthersAct } from './others-acts';

interface Props {
  readonly theirs: OthersAct;
  readonly onRecord: () => void;
  readonly onDrop: () => void;
}

/** Somebody acted first: their act, and two ways on. What was typed stays. It stands above the page. */
export const ConflictBar = ({ theirs, onRecord, onDrop }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const place = document.getElementById('above-page');
  const said = {
    who: theirs.actor.person.label ?? '',
    at: telling.clock(theirs.recordedAt),
    what: theirs.title,
    n: theirs.position,
  };
  const bar = (
    <div className={css.conflict} role="alert">
      {t('form.conflict', said)}
      <Button small onClick={onRecord}>
        {t('form.conflict.record')}
      </Button>
      <Button small kind="text" onClick={onDrop}>
        {t('form.conflict.drop')}
      </Button>
    </div>
  );
  return place ? createPortal(bar, place) : bar;
};
