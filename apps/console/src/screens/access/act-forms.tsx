import approveGrant from 'act:approveGrant';
import disableAccount from 'act:disableAccount';
import enableAccount from 'act:enableAccount';
import endGrant from 'act:endGrant';
import handOverAdministration from 'act:handOverAdministration';
import refuseGrant from 'act:refuseGrant';
import unpinAccount from 'act:unpinAccount';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { OpenAct } from '../../forms/act-panel';
import type { AccountRow, GrantOf } from './query';

/** Which of all that somebody was granted stands on the page already. */
const given = ['number'];

const GRANT_ACTS: Readonly<Record<string, Act>> = {
  approveGrant: { ...approveGrant, given },
  refuseGrant: { ...refuseGrant, given },
  endGrant: { ...endGrant, given },
  handOverAdministration,
};

const ACCOUNT_ACTS: Readonly<Record<string, Act>> = { disableAccount, enableAccount, unpinAccount };

/** The form of one command on a grant. */
export const GrantActForm = ({ grant, name, ...rest }: OpenAct & { readonly grant: GrantOf }) => {
  const act = GRANT_ACTS[name];
  const begin = act?.given ? { number: String(grant.number) } : {};
  return act && <ActForm act={act} id={grant.id} begin={begin} {...rest} />;
};

/** The form of one command on an account. */
export const AccountActForm = ({ account, name, ...rest }: OpenAct & { readonly account: AccountRow }) => {
  const act = ACCOUNT_ACTS[name];
  return act && <ActForm act={act} id={account.id} {...rest} />;
};
