import { useEffect, useMemo, useRef } from 'react';
import type { Failure } from '../../api/failure';
import { useKeys } from '../../lib/keys';
import { listed, useChoices, VIEWS, type Choices } from './choices';
import { Detail } from './detail';
import { Facets } from './facets';
import { Head } from './head';
import css from './history.module.css';
import { isBackfilled as wasBackfilled, knownBy, momentAt } from './laying';
import { Notices } from './notices';
import type { Entry } from './query';
import { narrowed } from './seeking';
import { Slider } from './slider';
import { Timeline } from './timeline';
import { Tools } from './tools';
import type { ReadRecord } from './use-record';

interface Props {
  readonly record: ReadRecord;
  readonly failure: Failure | undefined;
  readonly asOf: string | undefined;
  readonly onAgain: () => void;
}

const within = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));

/** The rows that are asked for, in the order in which they stand. */
const shownOf = (entries: readonly Entry[], { phase, who, worth, text = '', order }: Choices): readonly Entry[] => {
  const found = narrowed(entries, { phases: listed(phase), people: listed(who), worth: listed(worth), text });
  return order === 'desc' ? found.toReversed() : found;
};

/** What was known then, the rows, the chosen event, and the moment that is looked at. */
export const Sheet = ({ record: { entries, subjects, ...record }, failure, asOf, onAgain }: Props) => {
  const { chosen, choose } = useChoices();
  const { phase, who, worth, text, order, view = 'story' } = chosen;
  const rows = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () => shownOf(entries, { phase, who, worth, text, order }),
    [entries, phase, who, worth, text, order],
  );
  const known = knownBy(entries, asOf);
  const entry = entries.find(({ position }) => position === chosen.event) ?? entries[Math.max(0, known - 1)];
  const show = useMemo(() => (event: string) => choose({ event }), [choose]);
  const step = (by: number) => {
    const at = shown.findIndex(({ position }) => position === entry?.position);
    const next = shown[at < 0 ? 0 : within(at + by, shown.length)];
    if (next) show(next.position);
  };
  const look = (count: number) => {
    const next = momentAt(entries, known, count);
    if (next) choose({ asOf: next === entries.at(-1) ? undefined : next.recordedAt, event: next.position });
  };
  const jump = (position: string) => {
    const there = entries.findLast((one) => Number(one.position) <= Number(position)) ?? entries[0];
    if (there) choose({ event: there.position, phase: undefined, who: undefined, worth: undefined, text: undefined });
  };
  useHistoryKeys({ chosen, choose, step, look: (by) => look(known + by) });
  useShown(rows, entry?.position);
  const isBackfilled = wasBackfilled(entries);
  return (
    <div className={css.history} data-fills>
      <Head
        subjects={subjects}
        asOf={asOf}
        before={asOf === undefined ? undefined : momentAt(entries, known, known - 1)?.position}
      />
      <Facets entries={entries} chosen={chosen} choose={choose} />
      <div className={css.rows} ref={rows}>
        <Tools chosen={chosen} choose={choose} onJump={jump} />
        <Notices {...{ entries, record, failure, isBackfilled, onAgain, chosen, choose }} shown={shown.length} />
        <Timeline
          {...{ view, asOf, isBackfilled }}
          entries={shown}
          chosen={entry?.position}
          onChoose={show}
          onStep={step}
        />
      </div>
      {entry && <Detail {...{ entry, entries, subjects, chosen, choose }} onStep={step} onChoose={show} />}
      <Slider entries={entries} known={known} asOf={asOf} onKnown={look} />
    </div>
  );
};

interface Acts {
  readonly chosen: Choices;
  readonly choose: (part: Choices) => void;
  readonly step: (by: number) => void;
  readonly look: (by: number) => void;
}

const useHistoryKeys = ({ chosen, choose, step, look }: Acts) => {
  const views = VIEWS.map((view, at): [string, () => void] => [
    `Digit${at + 1}`,
    () => choose({ view: view === 'story' ? undefined : view }),
  ]);
  useKeys({
    BracketLeft: () => step(-1),
    BracketRight: () => step(1),
    KeyK: () => step(-1),
    KeyJ: () => step(1),
    Comma: () => look(-1),
    Period: () => look(1),
    KeyD: () => choose({ tab: chosen.tab === 'diff' ? undefined : 'diff' }),
    KeyV: () => choose({ tab: chosen.tab === 'check' ? undefined : 'check' }),
    ...Object.fromEntries(views),
  });
};

/** The chosen row is in sight, and has the focus where another row had it. */
const useShown = (rows: { readonly current: HTMLElement | null }, position: string | undefined) => {
  useEffect(() => {
    const rowOf = () => rows.current?.querySelector<HTMLElement>(`[data-position="${position ?? ''}"]`);
    const reveal = () => rowOf()?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.hasAttribute('data-position')) rowOf()?.focus({ preventScroll: true });
    // What stands above is read later, and takes its place from the rows.
    const resized = new ResizeObserver(reveal);
    if (rows.current) resized.observe(rows.current);
    reveal();
    return () => resized.disconnect();
  }, [rows, position]);
};
