import { Link, linkOptions } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { Sec } from '../../ui/sec';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './overview.module.css';
import { WORK } from './query';

/** The screens of those that have one, narrowed as far as it can be to what waits. */
const SCREENS = {
  directives: linkOptions({ to: '/directives', search: { awaiting: 'me' } }),
  findings: linkOptions({ to: '/findings', search: { which: 'mine' } }),
  grants: linkOptions({ to: '/access', search: { status: 'proposed' } }),
  imports: linkOptions({ to: '/imports', search: { state: 'waiting' } }),
  lateEntries: linkOptions({ to: '/late-entries', search: { status: 'registered' } }),
  ...{ requests: undefined, receipts: undefined, dutyPoints: undefined },
};
type List = keyof typeof SCREENS;

const LISTS = [
  ...(['directives', 'requests', 'findings', 'receipts'] as const),
  ...(['dutyPoints', 'grants', 'imports', 'lateEntries'] as const),
] as const satisfies readonly List[];

/** What waits for whoever looks, by the lists that hold it; those that have a screen lead there. */
export const Waiting = () => {
  const { t } = useWords();
  const read = useRead(WORK, {});
  const work = read.at === 'read' ? read.data.me.work : undefined;
  const found = LISTS.flatMap((list) => (work && work[list] !== 0 ? [list] : []));
  return (
    <Sec title={t('home.work')}>
      {work && found.length === 0 && <p className={text.dense}>{t('home.work.none')}</p>}
      <ul>{work && found.map((list) => <Item key={list} list={list} count={work[list]} />)}</ul>
    </Sec>
  );
};

/** Where there are more than are counted, nobody knows how many. */
const Item = ({ list, count }: { readonly list: List; readonly count: number | null }) => {
  const { t } = useWords();
  const name = t(`home.work.${list}`);
  const screen = SCREENS[list];
  return (
    <li className={css.item}>
      <span className={css.count}>{count ?? '>10000'}</span>
      {screen ? <Link {...screen}>{name}</Link> : name}
    </li>
  );
};
