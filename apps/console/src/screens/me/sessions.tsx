import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useDoorTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { END_OTHER_SESSIONS, END_SESSION, type Mine } from './query';
import { SaidNo } from '../../session/said-no';
import { useAgo } from './use-ago';
import { useAsked } from './use-asked';

interface Props {
  readonly sessions: NonNullable<Mine['sessions']>;
  readonly onChanged: () => void;
}

/** The browsers in which one is signed in. This one is left by signing out. */
export const Sessions = ({ sessions, onChanged }: Props) => {
  const { t } = useWords();
  const one = useAsked(END_SESSION, onChanged);
  const others = useAsked(END_OTHER_SESSIONS, onChanged);
  const columns = (['post', 'began', 'seen', 'ends', 'act'] as const).map((name) => t(`me.sessions.${name}`));
  const endOthers = (
    <Button small disabled={others.isAsking} onClick={() => others.ask({})}>
      {t('me.sessions.endOthers')}
    </Button>
  );
  return (
    <Sec title={t('me.sessions')} note={t('me.sessions.note')} end={sessions.length > 1 && endOthers}>
      <Table label={t('me.sessions')} columns={columns}>
        {sessions.map((session) => (
          <Line key={session.id} session={session} onEnd={() => one.ask({ input: { id: session.id } })} />
        ))}
      </Table>
      <SaidNo failure={one.failure ?? others.failure} />
    </Sec>
  );
};

const Line = ({ session, onEnd }: { readonly session: Props['sessions'][number]; readonly onEnd: () => void }) => {
  const { t } = useWords();
  const telling = useDoorTelling();
  const ago = useAgo();
  const { post, organisation, onBehalfOf, beganAt, seenAt, endsAt, isThis } = session;
  const capacity = [
    ...[organisation?.label, post?.label],
    ...(onBehalfOf ? [t('acting.choose', { principal: onBehalfOf.label ?? '' })] : []),
  ];
  const began = telling.moment(beganAt);
  return (
    <tr>
      <td>{capacity.filter(Boolean).join(' · ') || t('me.sessions.noPost')}</td>
      <td className={text.number}>{began}</td>
      <td className={text.number}>{ago(seenAt)}</td>
      <td className={text.number}>{telling.moment(endsAt)}</td>
      <td className={text.number}>
        {isThis ? (
          t('me.sessions.this')
        ) : (
          <Button small aria-label={t('me.sessions.end.one', { at: began })} onClick={onEnd}>
            {t('me.sessions.end')}
          </Button>
        )}
      </td>
    </tr>
  );
};
