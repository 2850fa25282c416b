import roles from 'labels:GrantedRole';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { labelOf } from '../../lib/label';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import css from './me.module.css';
import { Password } from './password';
import { Posts } from './posts';
import { MINE, type Mine } from './query';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** What is one's own: posts, roles, sessions, and tokens for programs. */
export const Me = () => {
  const { t } = useWords();
  const read = useRead(MINE, {});
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { me } = read.data;
  return (
    <Page title={me.person.label ?? ''} note={t('me.note')}>
      <div className={css.two}>
        <div>
          <Sessions sessions={me.sessions ?? []} onChanged={read.again} />
          <Tokens tokens={me.tokens ?? []} onChanged={read.again} />
        </div>
        <div>
          <Posts me={me} />
          <Roles me={me} />
          <Password />
        </div>
      </div>
    </Page>
  );
};

/** What they may act as, in the post that they are in. */
const Roles = ({ me: { grants, person } }: { readonly me: Mine }) => {
  const { t, language } = useWords();
  return (
    <Sec
      title={t('me.roles')}
      end={
        <Link to="/access" search={{ person: person.id }}>
          {t('me.roles.why')}
        </Link>
      }
    >
      {grants.length === 0 && <p className={css.line}>{t('me.roles.none')}</p>}
      <ul>
        {grants.map(({ role, territory, organisation }) => (
          <li key={`${role} ${territory?.id ?? ''} ${organisation?.id ?? ''}`} className={css.line}>
            {[labelOf(roles, role, language), (territory ?? organisation)?.label].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </Sec>
  );
};
