import { actsAsOneOf, barBesideOf, barOf, barredBeside, barredBy, doersOf, refused, type KnownReader } from '#kernel';
import { endsGrant, ownPosts, type EndsGrant, type OwnPosts } from './grant.facts.js';
import { isFounding } from './grant.founding.js';
import type { GrantRefusal } from './grant.refusals.js';
import { isOwn, lasts, notTheirsToEnd } from './grant.rules.js';
import type { Grant, GrantsState } from './grant.state.js';

const bar = barOf<GrantsState, GrantRefusal>();
const barBeside = barBesideOf<GrantsState, GrantRefusal>();

const posts: KnownReader<GrantsState, OwnPosts> = (read, _, on) => ownPosts(read, on);

const proposed = ({ status }: Grant): boolean => status === 'proposed';

const waitingForApproval = bar('stage', { en: 'while one waits for approval', zh: '有待批准的授权' }, ({ grants }) =>
  grants.some(proposed) ? undefined : refused('NOT_PROPOSED', 'number'),
);

/** SD4 */
const ofSomebodyElse = barBeside<OwnPosts>(
  'recusal',
  { en: 'neither whom it is for nor who proposed it', zh: '非被授权人，亦非提议人' },
  ({ grants }, on, own) => {
    const others = grants.filter((grant) => proposed(grant) && !isOwn(grant.grantee, doersOf(on), own));
    if (others.length === 0) return 'OWN_GRANT';
    return others.every(({ proposers }) => actsAsOneOf(on, proposers)) ? 'OWN_PROPOSAL' : undefined;
  },
);

const lasting = bar('stage', { en: 'while one lasts', zh: '有未终止的授权' }, ({ grants }) =>
  grants.some(lasts) ? undefined : refused('HAS_ENDED', 'number'),
);

/** SD5 */
const notTheirAdministration = barBeside<EndsGrant>(
  'recusal',
  {
    en: 'not their own administration; another’s by who stays in their own post',
    zh: '非本人的系统管理权限；他人的须由留任者终止',
  },
  ({ grants }, on, ending) => {
    const against = grants.filter(lasts).map((grant) => notTheirsToEnd(grant, doersOf(on), ending));
    // One that nothing stands against can be ended.
    return against.includes(undefined) ? undefined : against[0];
  },
);

const theFirst = bar('relation', { en: 'the first administrator, once', zh: '首任系统管理员（一次）' }, (state, on) =>
  state.grants.some((grant) => isFounding(grant, on.actorId)) ? undefined : 'NOT_THE_FIRST',
);

const deciding = barredBeside<GrantsState, GrantRefusal, OwnPosts>(posts, waitingForApproval, ofSomebodyElse);

/** What stands in the way of each command on what somebody is granted. */
export const grantBars = {
  ApproveGrant: deciding,
  RefuseGrant: deciding,
  HandOverAdministration: barredBy<GrantsState, GrantRefusal>(theFirst),
  EndGrant: barredBeside<GrantsState, GrantRefusal, EndsGrant>(
    (read, { now }, on) => endsGrant(read, on, now),
    lasting,
    notTheirAdministration,
  ),
};
