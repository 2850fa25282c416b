import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { useSession } from '../../session/session';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { columnOf, COLUMNS } from './columns';
import css from './inbox.module.css';
import { InboxItem } from './inbox-item';
import { INBOX, inboxIn } from './query';

/** What a unit has to do: to acknowledge, to do, returned; nothing else. */
export const Inbox = () => {
  const { t } = useWords();
  const { me } = useSession();
  const { asOf } = useAsOf();
  const read = useWhole(INBOX, { unitId: me.organisation.id, asOf }, inboxIn);
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const items = read.data.nodes;
  return (
    <Page title={t('inbox.title')} note={me.organisation.label ?? ''}>
      {items.length === 0 ? (
        <p className={css.nothing}>{t('inbox.nothing')}</p>
      ) : (
        <div className={css.columns}>
          {COLUMNS.map((column) => {
            const here = items.filter((item) => columnOf(item) === column);
            return (
              <div key={column}>
                <Sec title={t(`inbox.column.${column}`)} note={t('inbox.count', { count: here.length })}>
                  <ul>
                    {here.map((item, place) => (
                      <InboxItem key={item.id} item={item} asOf={asOf} isFirst={place === 0} />
                    ))}
                  </ul>
                </Sec>
              </div>
            );
          })}
        </div>
      )}
    </Page>
  );
};
