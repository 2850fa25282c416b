import leaders from 'labels:LeaderRole';
import { Link } from '@tanstack/react-router';
import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { now } from '../../lib/server-time';
import { Sec } from '../../ui/sec';
import { Unread } from '../../ui/states';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { isHeldAt } from '../people/appointments';
import { PEOPLE, peopleIn } from '../people/query';
import { holdersOf, type Holder } from './holders';
import type { Body, Post } from './query';

/** The posts of a body, who holds each, and who held it before. */
export const Posts = ({ body }: { readonly body: Body }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const read = useWhole(PEOPLE, { orgId: body.id, asOf }, peopleIn);
  const people = read.at === 'read' && read.data.isWhole ? read.data.nodes : undefined;
  const columns = (['post', 'now', 'then'] as const).map((name) => t(`bodies.posts.${name}`));
  return (
    <Sec title={t('bodies.posts')}>
      {read.at === 'failed' && <Unread onAgain={read.again} />}
      {body.posts.length === 0 ? (
        <p className={text.dense}>{t('bodies.posts.none')}</p>
      ) : (
        <Table label={t('bodies.posts')} columns={columns}>
          {body.posts.map((post) => (
            <Row key={post.id} post={post} holders={people && holdersOf(post.id, people)} />
          ))}
        </Table>
      )}
    </Sec>
  );
};

interface RowProps {
  readonly post: Post;
  /** Undefined until they are known. */
  readonly holders: readonly Holder[] | undefined;
}

const Row = ({ post: { title, leaderRole }, holders }: RowProps) => {
  const { language } = useWords();
  return (
    <tr>
      <td>
        {title}
        {leaderRole !== null && <div className={text.note}>{labelOf(leaders, leaderRole, language)}</div>}
      </td>
      {holders ? <Holders holders={holders} /> : <td colSpan={2} />}
    </tr>
  );
};

const Holders = ({ holders }: { readonly holders: readonly Holder[] }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const at = asOf === undefined ? now() : new Date(asOf);
  const held = holders.filter((one) => isHeldAt(one, at));
  return (
    <>
      <td>
        {held.length === 0 && <Status kind="partial">{t('bodies.posts.nobody')}</Status>}
        <All holders={held} />
      </td>
      <td>
        <All holders={holders.filter((one) => !isHeldAt(one, at))} />
      </td>
    </>
  );
};

const All = ({ holders }: { readonly holders: readonly Holder[] }) =>
  holders.map((one) => <Held key={`${one.id} ${one.from}`} one={one} />);

const Held = ({ one: { id, name, from, to } }: { readonly one: Holder }) => {
  const { t } = useWords();
  const telling = useTelling();
  const period =
    to === null
      ? t('people.period.since', { from: telling.day(from) })
      : t('people.period', { from: telling.day(from), to: telling.day(to) });
  return (
    <div>
      <Link to="/people/$id" params={{ id }}>
        {name}
      </Link>
      <div className={text.note}>{period}</div>
    </div>
  );
};
