import type { KeyboardEvent } from 'react';
import { classes } from '../../ui/classes';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import { Check } from './check';
import { TABS, type Choices, type Choose, type Tab } from './choices';
import css from './detail.module.css';
import { Difference } from './difference';
import { EventFacts } from './event-facts';
import type { Entry, Subject } from './query';

interface Props {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly subjects: readonly Subject[];
  readonly chosen: Choices;
  readonly choose: Choose;
  readonly onStep: (by: number) => void;
  readonly onChoose: (position: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The chosen event: what it holds, what it changed, and whether the log bears it out. */
export const Detail = ({ entry, entries, subjects, chosen, choose, onStep, onChoose }: Props) => {
  const { t } = useWords();
  const tab = chosen.tab ?? 'data';
  const open = (next: Tab | undefined) => choose({ tab: next === 'data' ? undefined : next });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const by = STEPS[event.code];
    if (by === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    open(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next ?? ''}"]`)?.focus();
  };
  return (
    <section className={css.detail} aria-label={t('history.detail', { n: entry.position })}>
      <p className={css.line}>
        <span className={css.note}>
          {t('history.detail', { n: entry.position })} · {entry.name}
        </span>
        <Button kind="text" small aria-label={t('history.previous')} onClick={() => onStep(-1)}>
          [
        </Button>
        <Button kind="text" small aria-label={t('history.next')} onClick={() => onStep(1)}>
          ]
        </Button>
      </p>
      <h2>{entry.title}</h2>
      <div className={css.tabs} role="tablist" aria-label={t('history.tabs')} onKeyDown={press}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            data-tab={name}
            aria-controls="event-panel"
            aria-selected={tab === name}
            tabIndex={tab === name ? 0 : -1}
            className={classes(css.tab)}
            onClick={() => open(name)}
          >
            {t(`history.tab.${name}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="event-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'data' && <EventFacts entry={entry} onChoose={onChoose} />}
        {tab === 'diff' && (
          <Difference
            {...{ entry, entries, subjects }}
            base={chosen.base ?? 'prev'}
            onBase={(base) => choose({ base })}
          />
        )}
        {tab === 'check' && <Check id={subjects[0]?.id ?? ''} entries={entries} chosen={entry.position} />}
      </div>
    </section>
  );
};
