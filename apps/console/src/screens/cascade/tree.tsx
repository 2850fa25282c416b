import { useRef, useState, type KeyboardEvent } from 'react';
import { isComposing, useKeys } from '../../lib/keys';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { useWords } from '../../words/use-words';
import { axisOf } from './axis';
import { AxisHeads } from './axis-heads';
import css from './cascade.module.css';
import { HopRow } from './hop-row';
import { isBroken, moved, nextBreak } from './hops';
import { Legend } from './legend';
import type { Hop } from './query';

interface Props {
  readonly hops: readonly Hop[];
  readonly total: number | null;
  readonly onCompare: (hop: Hop) => void;
}

const comparable = (hop: Hop | undefined): Hop | undefined => (hop?.textChanged === true ? hop : undefined);

/** What stands in a row has keys of its own. */
const isOnRow = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.getAttribute('role') === 'row';

/** Every body on the way of an order, in a tree, on one axis of time. One stop for Tab; arrows inside, B to the next break. */
export const Tree = ({ hops, total, onCompare }: Props) => {
  const { t } = useWords();
  const tree = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(0);
  const axis = axisOf(hops);
  const breaks = hops.filter(isBroken).length;
  const goTo = (place: number | undefined) => {
    if (place !== undefined) tree.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  const toBreak = () => goTo(nextBreak(hops, focus));
  useKeys({ KeyB: toBreak });
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !isOnRow(event)) return;
    const changed = event.code === 'Enter' ? comparable(hops[focus]) : undefined;
    const next = moved(hops, focus, event.code);
    if (!changed && next === undefined) return;
    event.preventDefault();
    if (changed) onCompare(changed);
    goTo(next);
  };
  const broken = <Status kind="failed">{t('cascade.breaks', { count: breaks })}</Status>;
  const next = (
    <Button small onClick={toBreak}>
      {t('cascade.next')} <kbd>B</kbd>
    </Button>
  );
  return (
    <Sec
      title={t('cascade.title')}
      {...(breaks > 0
        ? {
            end: (
              <>
                {broken} {next}
              </>
            ),
          }
        : { note: t('cascade.whole') })}
    >
      <div
        role="treegrid"
        aria-label={t('cascade.title')}
        aria-rowcount={(total ?? hops.length) + 1}
        ref={tree}
        className={css.tree}
        onKeyDown={press}
      >
        <AxisHeads axis={axis} />
        {hops.map((hop, place) => (
          <HopRow key={hop.id} {...{ hop, axis, place, onCompare }} isFocus={place === focus} onFocus={setFocus} />
        ))}
      </div>
      <Legend />
    </Sec>
  );
};
