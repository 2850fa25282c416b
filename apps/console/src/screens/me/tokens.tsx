import roles from 'labels:GrantedRole';
import scopes from 'labels:TokenScope';
import { useState } from 'react';
import { labelOf } from '../../lib/label';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useDoorTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './me.module.css';
import { END_TOKEN, type Mine } from './query';
import { SaidNo } from '../../session/said-no';
import { Secret } from './secret';
import { TokenForm } from './token-form';
import { useAgo } from './use-ago';
import { useAsked } from './use-asked';

type Token = NonNullable<Mine['tokens']>[number];

interface Props {
  readonly tokens: readonly Token[];
  readonly onChanged: () => void;
}

/** What one gave to programs that act in one's name. */
export const Tokens = ({ tokens, onChanged }: Props) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string>();
  const ended = useAsked(END_TOKEN, onChanged);
  const made = (said: string) => {
    setSecret(said);
    setOpen(false);
    onChanged();
  };
  const begin = !open && secret === undefined && (
    <Button small onClick={() => setOpen(true)}>
      {t('me.tokens.make')}
    </Button>
  );
  return (
    <Sec title={t('me.tokens')} note={t('me.tokens.note')} end={begin}>
      {secret !== undefined && <Secret secret={secret} onKept={() => setSecret(undefined)} />}
      {open && <TokenForm onMade={made} onClose={() => setOpen(false)} />}
      {tokens.length === 0 && <p className={css.line}>{t('me.tokens.none')}</p>}
      {tokens.length > 0 && <List tokens={tokens} onEnd={(id) => ended.ask({ input: { id } })} />}
      <SaidNo failure={ended.failure} />
    </Sec>
  );
};

const List = ({ tokens, onEnd }: { readonly tokens: readonly Token[]; readonly onEnd: (id: string) => void }) => {
  const { t } = useWords();
  const columns = (['name', 'scope', 'post', 'made', 'used', 'ends', 'act'] as const).map((name) =>
    t(`me.tokens.${name}`),
  );
  return (
    <Table label={t('me.tokens')} columns={columns}>
      {tokens.map((token) => (
        <Line key={token.id} token={token} onEnd={() => onEnd(token.id)} />
      ))}
    </Table>
  );
};

const Line = ({ token, onEnd }: { readonly token: Token; readonly onEnd: () => void }) => {
  const { t, language } = useWords();
  const telling = useDoorTelling();
  const ago = useAgo();
  const { name, scope, isService, post, madeAt, usedAt, endsAt } = token;
  const may = token.roles.map((role) => labelOf(roles, role, language)).join(' · ');
  return (
    <tr>
      <td>
        {name}
        {isService && <div className={text.note}>{t('me.tokens.service')}</div>}
      </td>
      <td>
        {labelOf(scopes, scope, language)}
        <div className={text.note}>{may}</div>
      </td>
      <td>{post.label}</td>
      <td className={text.number}>{telling.day(madeAt)}</td>
      <td className={text.number}>{usedAt === null ? t('me.tokens.never') : ago(usedAt)}</td>
      <td className={text.number}>{telling.day(endsAt)}</td>
      <td className={text.number}>
        <Button small aria-label={t('me.tokens.end.one', { name })} onClick={onEnd}>
          {t('me.tokens.end')}
        </Button>
      </td>
    </tr>
  );
};
