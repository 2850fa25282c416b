import roles from 'labels:GrantedRole';
import scopes from 'labels:TokenScope';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { asEntered, instantOf } from '../../forms/draft';
import { isComposing } from '../../lib/keys';
import { labelOf } from '../../lib/label';
import { serverNow } from '../../lib/server-time';
import { useSession } from '../../session/session';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { useWords } from '../../words/use-words';
import { GRANTED_ROLES, type GrantedRole } from '../access/which';
import css from './me.module.css';
import { MAKE_TOKEN } from './query';
import { SaidNo } from '../../session/said-no';
import { useAsked } from './use-asked';

type Scope = 'read' | 'write';
const USUAL_DAYS = 90;

const inDays = (days: number): string => asEntered(new Date(serverNow().getTime() + days * 86_400_000).toISOString());

interface Props {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}

/** A token for a program: what it is for, what it may, and until when. */
export const TokenForm = ({ onMade, onClose }: Props) => {
  const { t, language } = useWords();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [chosen, setChosen] = useState<readonly GrantedRole[]>([]);
  const [end, setEnd] = useState(() => inDays(USUAL_DAYS));
  const { failure, isAsking, ask } = useAsked(MAKE_TOKEN, ({ secret }) => onMade(secret));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask({ input: { name, scope, endsAt: instantOf(end), ...(chosen.length > 0 && { roles: [...chosen] }) } });
  };
  const at = (field: string) => (failure?.path === field ? failure.message : undefined);
  const isSaid = failure?.path !== undefined && ['name', 'endsAt'].includes(failure.path);
  const keepComposed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
  };
  return (
    <form className={css.form} aria-label={t('me.tokens.make')} onSubmit={submit} onKeyDown={keepComposed}>
      <Field
        {...{ label: t('me.tokens.what'), required: true, maxLength: 100, autoFocus: true, wrong: at('name') }}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <p className={css.acts}>
        <Choice
          label={t('me.tokens.scope')}
          any={labelOf(scopes, 'read', language)}
          value={scope === 'read' ? undefined : scope}
          options={[{ value: 'write', label: labelOf(scopes, 'write', language) }]}
          onChange={(value) => setScope(value ?? 'read')}
        />
      </p>
      <RolesEntry chosen={chosen} onChange={setChosen} />
      <Field
        {...{ label: t('me.tokens.until'), type: 'datetime-local', required: true, wrong: at('endsAt') }}
        max={inDays(365)}
        value={end}
        onChange={({ target }) => setEnd(target.value)}
      />
      <SaidNo failure={isSaid ? undefined : failure} />
      <p className={css.acts}>
        <Button kind="primary" type="submit" disabled={isAsking}>
          {t('me.tokens.make')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t('form.close')}
        </Button>
      </p>
    </form>
  );
};

interface RolesProps {
  readonly chosen: readonly GrantedRole[];
  readonly onChange: (chosen: readonly GrantedRole[]) => void;
}

/** As what it may be used: all that one is in this post, where nothing is ticked. */
const RolesEntry = ({ chosen, onChange }: RolesProps) => {
  const { t, language } = useWords();
  const { grants } = useSession().me;
  const own = GRANTED_ROLES.filter((role) => grants.some((grant) => grant.role === role));
  const tick = (role: GrantedRole, isOn: boolean) =>
    onChange(isOn ? [...chosen, role] : chosen.filter((other) => other !== role));
  if (own.length < 2) return null;
  return (
    <fieldset className={css.roles}>
      <legend>{t('me.tokens.roles')}</legend>
      {own.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) => tick(role, target.checked)}
          />
          {labelOf(roles, role, language)}
        </label>
      ))}
    </fieldset>
  );
};
