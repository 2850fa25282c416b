import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf, type Failure } from '../../api/failure';
import { textDigest } from '../../lib/digest';
import { classes } from '../../ui/classes';
import { Button } from '../../ui/button';
import { Failed, Skeleton } from '../../ui/states';
import { Status } from '../../ui/status';
import { useWords } from '../../words/use-words';
import { checked, type Step } from './checking';
import css from './detail.module.css';
import { STORED, type Entry, type StoredEntry } from './query';

interface Found {
  readonly steps: readonly Step[];
  /** The digest of the chosen event's envelope, to be compared with what somebody else sees. */
  readonly own: string | undefined;
}

interface Props {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly chosen: string;
}

const useStored = (id: string) => {
  const client = useClient();
  const ask = useCallback(
    (after: string | null) => client.query(STORED, { id, after }, { requestPolicy: 'network-only' }).toPromise(),
    [client, id],
  );
  const [round, setRound] = useState(0);
  const [stored, keep] = useState<readonly StoredEntry[]>();
  const [failure, fail] = useState<Failure>();
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      let [all, after]: [readonly StoredEntry[], string | null] = [[], null];
      do {
        const { data, error } = await ask(after);
        if (!isWanted) return;
        if (error || !data) {
          fail(error && failureOf(error));
          return;
        }
        const { edges, pageInfo } = data.eventRecord;
        all = [...all, ...edges.map(({ node }) => node)];
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      fail(undefined);
      keep(all);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [ask, round]);
  const again = () => {
    keep(undefined);
    fail(undefined);
    setRound((before) => before + 1);
  };
  return { stored, failure, again };
};

/** Whether the log bears out what is shown, as far as that can be told from what the server gives out: computed here. */
export const Check = ({ id, entries, chosen }: Props) => {
  const { stored, failure, again } = useStored(id);
  const [found, find] = useState<Found>();
  useEffect(() => {
    find(undefined);
    if (!stored) return undefined;
    const told = new Map(entries.map((entry) => [entry.eventId, entry]));
    const own = stored.find(({ position }) => position === chosen)?.stored.entry;
    let isWanted = true;
    void Promise.all([checked(stored, told, textDigest), own === undefined ? undefined : textDigest?.(own)]).then(
      ([steps, ownDigest]) => isWanted && find({ steps, own: ownDigest }),
    );
    return () => {
      isWanted = false;
    };
  }, [stored, entries, chosen]);
  if (failure) return <Failed failure={failure} onAgain={again} />;
  return found ? <Result found={found} onAgain={again} /> : <Skeleton lines={5} />;
};

const KINDS = { pass: 'closed', fail: 'failed', notRun: 'onTime' } as const;

const Result = ({ found: { steps, own }, onAgain }: { readonly found: Found; readonly onAgain: () => void }) => {
  const { t } = useWords();
  const bad = steps.filter(({ result }) => result === 'fail');
  const passed = steps.filter(({ result }) => result === 'pass').length;
  return (
    <>
      <p role="status">
        <Status kind={bad.length > 0 ? 'failed' : 'closed'}>
          {bad.length > 0
            ? t('check.failed', { steps: bad.map(({ name }) => t(`check.step.${name}`)).join(' · ') })
            : t('check.passed', { count: passed })}
        </Status>
      </p>
      <ol className={css.steps}>
        {steps.map((step, at) => (
          <li key={step.name}>
            <span className={css.muted}>{at + 1}</span>
            <span>{t(`check.step.${step.name}`)}</span>
            <Status kind={KINDS[step.result]}>{t(`check.result.${step.result}`)}</Status>
            <Value step={step} />
          </li>
        ))}
      </ol>
      {own !== undefined && (
        <p className={classes(css.value, css.own)}>
          {t('check.own')} sha256 {own}
        </p>
      )}
      <p className={css.means}>{t(bad.length > 0 ? 'check.means.failed' : 'check.means.passed')}</p>
      <Button small onClick={onAgain}>
        {t('check.again')} <kbd>V</kbd>
      </Button>
    </>
  );
};

/** What a step rests on: how many, where it fails, or why it was not run. */
const Value = ({ step }: { readonly step: Step }) => {
  const { t } = useWords();
  const { name, result, at, count, of } = step;
  const said = () => {
    if (name === 'checkpoint') return t('check.noCheckpoint');
    if (result === 'notRun') return t('check.insecure');
    if (result === 'fail') return at.map((position) => `#${position}`).join(' ');
    return count < of ? t('check.some', { n: count, of }) : t('check.all', { n: count });
  };
  return <span className={css.value}>{said()}</span>;
};
