import states from 'labels:ViewState';
import type { ReactNode } from 'react';
import { labelOf } from '../../lib/label';
import { classes } from '../../ui/classes';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { System } from './query';
import css from './system.module.css';

/** No more are counted. */
const MOST_COUNTED = 1_000;

type View = System['views'][number];

interface Props {
  readonly views: readonly View[];
  readonly head: string | null;
}

const isBehind = ({ eventsBehind, parked }: View): boolean => eventsBehind > 0 || parked > 0;

/** How far each view is: those that are behind come first. */
export const Views = ({ views, head }: Props) => {
  const { t } = useWords();
  const sorted = views.toSorted((one, other) => Number(isBehind(other)) - Number(isBehind(one)));
  const behind = views.filter(isBehind).length;
  const note = behind === 0 ? t('system.views.all', { n: head ?? '0' }) : t('system.views.behind', { count: behind });
  const columns = (['name', 'state', 'position', 'unread', 'waits', 'parked'] as const).map((name) =>
    t(`system.views.${name}`),
  );
  return (
    <Sec title={t('system.views')} note={note}>
      {views.length === 0 && <p>{t('system.views.none')}</p>}
      {views.length > 0 && (
        <Table label={t('system.views')} columns={columns}>
          {sorted.map((view) => (
            <Line key={`${view.name} ${String(view.version)} ${String(view.build)}`} view={view} />
          ))}
        </Table>
      )}
    </Sec>
  );
};

const Line = ({ view }: { readonly view: View }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const { name, version, build, state, position, eventsBehind, secondsBehind, parked } = view;
  const isCurrent = eventsBehind === 0;
  return (
    <tr>
      <td>
        <span className={text.mono}>{name}</span>{' '}
        <span className={text.note}>{t('system.views.build', { version, build })}</span>
      </td>
      <td>{labelOf(states, state, language)}</td>
      <Cell of="position">{position === null ? '–' : `#${position}`}</Cell>
      <Cell of="unread" isCalm={isCurrent}>
        {isCurrent ? (
          '0'
        ) : (
          <Status kind="near">{eventsBehind >= MOST_COUNTED ? `≥ ${MOST_COUNTED}` : eventsBehind}</Status>
        )}
      </Cell>
      <Cell of="waits" isCalm={isCurrent}>
        {isCurrent ? '–' : telling.wait(secondsBehind)}
      </Cell>
      <Cell of="parked" isCalm={parked === 0}>
        {parked === 0 ? '0' : <Status kind="failed">{parked}</Status>}
      </Cell>
    </tr>
  );
};

interface CellProps {
  readonly of: 'position' | 'unread' | 'waits' | 'parked';
  /** Nothing to look at. */
  readonly isCalm?: boolean;
  readonly children: ReactNode;
}

/** What stands above the column stands beside it, where there is no column. */
const Cell = ({ of, isCalm = false, children }: CellProps) => {
  const { t } = useWords();
  return (
    <td className={classes(text.number, isCalm && css.calm)}>
      <span className={css.label}>{t(`system.views.${of}`)}</span>
      {children}
    </td>
  );
};
