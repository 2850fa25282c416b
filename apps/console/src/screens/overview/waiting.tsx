import { Link, linkOptions } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { Sec } from '../../ui/sec';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './overview.module.css';
import { WORK } from './query';

/** Every list, in this order; those that have a screen lead there, narrowed as far as it can be to what waits. */
const LISTS = [
  { list: 'directives', screen: linkOptions({ to: '/directives', search: { awaiting: 'me' } }) },
  { list: 'requests' },
  { list: 'findings', screen: linkOptions({ to: '/findings', search: { which: 'mine' } }) },
  { list: 'receipts' },
  { list: 'dutyPoints' },
  { list: 'grants', screen: linkOptions({ to: '/access', search: { status: 'proposed' } }) },
  { list: 'imports', screen: linkOptions({ to: '/imports', search: { state: 'waiting' } }) },
  { list: 'lateEntries', screen: linkOptions({ to: '/late-entries', search: { status: 'registered' } }) },
] as const;

/** What waits for whoever looks, by the lists that hold it. */
export const Waiting = () => {
  const { t } = useWords();
  const read = useRead(WORK, {});
  const work = read.at === 'read' ? read.data.me.work : undefined;
  const found = LISTS.filter(({ list }) => work && work[list] !== 0);
  return (
    <Sec title={t('home.work')}>
      {work && found.length === 0 && <p className={text.dense}>{t('home.work.none')}</p>}
      <ul>{work && found.map((one) => <Item key={one.list} {...one} count={work[one.list]} />)}</ul>
    </Sec>
  );
};

/** Where there are more than are counted, nobody knows how many. */
const Item = ({ list, count, ...lead }: (typeof LISTS)[number] & { readonly count: number | null }) => {
  const { t } = useWords();
  const name = t(`home.work.${list}`);
  return (
    <li className={css.item}>
      <span className={css.count}>{count ?? '>10000'}</span>
      {'screen' in lead ? <Link {...lead.screen}>{name}</Link> : name}
    </li>
  );
};
