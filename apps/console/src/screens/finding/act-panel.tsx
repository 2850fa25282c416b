import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Recorded } from '../../forms/said';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import type { Key } from '../../words/catalogue';
import { useWords } from '../../words/use-words';
import { sortedOut, type ActName } from './act-names';
import css from './act-panel.module.css';
import type { Finding } from './query';

/** Comes with the first form that is opened. */
const FindingActForm = lazy(() =>
  import('./acts/finding-act-form').then(({ FindingActForm: loaded }) => ({ default: loaded })),
);

type Possible = Finding['viewerCan'][number];

/** As a heading: without its stop. That a reason is asked for, the form says. */
const headingOf = (label: string): string =>
  label
    .replace(/（须说明理由(，(.+))?）|; say the reason/, (_, __, rest?: string) =>
      rest === undefined ? '' : `（${rest}）`,
    )
    .replace(/[。.]$/, '');

interface Props {
  readonly finding: Finding;
  /** What is on the page is being read again. */
  readonly isStale: boolean;
}

/** What can be done about it now, each with what it causes; and what cannot, each with the reason. */
export const ActPanel = ({ finding, isStale }: Props) => {
  const { t } = useWords();
  const { act } = useSearch({ from: '/findings/$id' });
  const [open, setOpen] = useState(act);
  const [recorded, setRecorded] = useState<Recorded>();
  const { now, notYet, forOthers } = sortedOut(finding.viewerCan);
  const done = (answer: Recorded) => {
    setRecorded(answer);
    setOpen(undefined);
  };
  const choose = (command: string) => {
    setRecorded(undefined);
    setOpen(command);
  };
  return (
    <>
      <Sec title={t('act.now')}>
        <p role="status" className={css.recorded}>
          {recorded && (
            <Status kind="closed">
              {t('form.recorded', { n: recorded.position })}
              {isStale && ` · ${t('form.updating')}`}
            </Status>
          )}
        </p>
        {now.length === 0 && <p className={css.why}>{t('act.now.none')}</p>}
        <ul>
          {now.map((one) => (
            <Doable
              key={one.command}
              one={one}
              finding={finding}
              isOpen={open === one.command}
              onOpen={() => choose(one.command)}
              onDone={done}
              onClose={() => setOpen(undefined)}
            />
          ))}
        </ul>
      </Sec>
      <Sec title={t('act.notNow')}>
        <NotDoable all={notYet} />
        {forOthers.length > 0 && (
          <details className={css.others}>
            <summary>{t('act.notYours', { count: forOthers.length })}</summary>
            <NotDoable all={forOthers} />
          </details>
        )}
      </Sec>
    </>
  );
};

interface DoableProps {
  readonly one: Possible;
  readonly finding: Finding;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDone: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

/** Commands that the console has no words for yet are done elsewhere. */
const Doable = ({ one, finding, isOpen, onOpen, onDone, onClose }: DoableProps) => {
  const { t } = useWords();
  const name = one.command as ActName;
  const title = headingOf(one.label);
  return (
    <li className={css.can}>
      <span>{title}</span>
      {!isOpen && (
        <Button small aria-label={`${t(`act.do.${name}`)} · ${title}`} onClick={onOpen}>
          {t(`act.do.${name}`)}
        </Button>
      )}
      <span className={css.why}>{t(`act.then.${name}` satisfies Key)}</span>
      {isOpen && (
        <div className={css.form}>
          <Suspense fallback={null}>
            <FindingActForm
              {...{ finding, name, title, verb: t(`act.do.${name}`) }}
              onRecorded={onDone}
              onClose={onClose}
            />
          </Suspense>
        </div>
      )}
    </li>
  );
};

const NotDoable = ({ all }: { readonly all: readonly Possible[] }) => (
  <ul>
    {all.map(({ command, label, reason }) => (
      <li key={command} className={css.cannot}>
        <span className={css.name}>{headingOf(label)}</span>
        {reason}
      </li>
    ))}
  </ul>
);
