import { Suspense, useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { Sec } from '../ui/sec';
import { Status } from '../ui/status';
import { useWords } from '../words/use-words';
import { isActName, sortedOut, type ActName } from './act-names';
import css from './act-panel.module.css';
import type { Recorded } from './said';

/** What the viewer may do about something, as the API says it. */
export interface Possible {
  readonly command: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reason: string | null;
}

/** A command whose form is open. */
export interface OpenAct {
  readonly name: ActName;
  readonly title: string;
  readonly verb: string;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

/** As a heading: without its stop. That a reason is asked for, the form says. */
const headingOf = (label: string): string =>
  label
    .replace(/（须说明理由(，(.+))?）|; say the reason/, (_, __, rest?: string) =>
      rest === undefined ? '' : `（${rest}）`,
    )
    .replace(/[。.]$/, '');

interface Props {
  readonly possible: readonly Possible[];
  /** The command whose form is open to begin with. */
  readonly begin?: string | undefined;
  /** What is on the page is being read again. */
  readonly isStale: boolean;
  readonly form: (open: OpenAct) => ReactNode;
}

/** What can be done about something now, each with what it causes; and what cannot, each with the reason. */
export const ActPanel = ({ possible, begin, isStale, form }: Props) => {
  const { t } = useWords();
  const [open, setOpen] = useState(begin);
  const [recorded, setRecorded] = useState<Recorded>();
  const { now, notYet, forOthers } = sortedOut(possible);
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
              form={form}
              isOpen={open === one.command}
              onOpen={() => choose(one.command)}
              onDone={done}
              onClose={() => setOpen(undefined)}
            />
          ))}
        </ul>
      </Sec>
      <NotNow notYet={notYet} forOthers={forOthers} />
    </>
  );
};

interface NotNowProps {
  readonly notYet: readonly Possible[];
  readonly forOthers: readonly Possible[];
}

const NotNow = ({ notYet, forOthers }: NotNowProps) => {
  const { t } = useWords();
  if (notYet.length + forOthers.length === 0) return null;
  return (
    <Sec title={t('act.notNow')}>
      <NotDoable all={notYet} />
      {forOthers.length > 0 && (
        <details className={css.others}>
          <summary>{t('act.notYours', { count: forOthers.length })}</summary>
          <NotDoable all={forOthers} />
        </details>
      )}
    </Sec>
  );
};

interface DoableProps extends Pick<Props, 'form'> {
  readonly one: Possible;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDone: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

const Doable = ({ one: { command, label }, ...rest }: DoableProps) => {
  const title = headingOf(label);
  return (
    <li className={css.can}>
      <span>{title}</span>
      {isActName(command) && <Act name={command} title={title} {...rest} />}
    </li>
  );
};

interface ActProps extends Omit<DoableProps, 'one'> {
  readonly name: ActName;
  readonly title: string;
}

/** What opened it is gone: whoever goes by keys goes on from here. */
const goOnHere = (form: HTMLElement | null) => form?.focus();

const Act = ({ name, title, form, isOpen, onOpen, onDone, onClose }: ActProps) => {
  const { t } = useWords();
  const verb = t(`act.do.${name}`);
  return (
    <>
      {!isOpen && (
        <Button small aria-label={`${verb} · ${title}`} onClick={onOpen}>
          {verb}
        </Button>
      )}
      <span className={css.why}>{t(`act.then.${name}`)}</span>
      {isOpen && (
        <div className={css.form} tabIndex={-1} ref={goOnHere}>
          <Suspense fallback={null}>{form({ name, title, verb, onRecorded: onDone, onClose })}</Suspense>
        </div>
      )}
    </>
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
