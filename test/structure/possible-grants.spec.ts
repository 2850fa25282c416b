import { actorWith } from '#access';
import { evolve, type AnyDecider, type Id, type Message } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { account } from '../../libs/contexts/grants/account/account.decider.js';
import { accountOf } from '../../libs/contexts/grants/account/account.state.js';
import { grants } from '../../libs/contexts/grants/grant/grant.decider.js';
import { grantsOf, onlyNumbered } from '../../libs/contexts/grants/grant/grant.state.js';
import {
  aFounding,
  aGrant,
  aHandOver,
  anAdministrator,
  anApproval,
  anEnd,
  aProposal,
  the,
} from '../../libs/contexts/grants/grants.examples.js';
import { expectBarred } from '../support/barred.js';
import { compared, inEachRole, type Compared } from '../support/possible.js';

const place = { orgId: the('organisation'), territoryId: the('territory'), territoryPath: '' };
const inPost = (n: number) => [
  { type: 'PersonRegistered', data: {} },
  { type: 'PostHeld', data: { postId: the('post', n), from: '2000-01-01T00:00:00.000Z', ...place } },
];
const opened = (n: number) => [{ type: 'AccountAdded', data: { personId: the('person', n) } }];
const world = aLog({
  ...Object.fromEntries([1, 2, 91].map((n) => [the('person', n), inPost(n)])),
  ...Object.fromEntries([1, 2].map((n) => [accountOf(the('person', n)), opened(n)])),
});

const after = (decider: AnyDecider, past: readonly Message[]): unknown =>
  past.reduce<unknown>((state, event) => evolve(decider, state, event, actOf(anAdministrator())), decider.initial);

/** Who proposed everything and was the first; who has post 91; the person that it is about; and somebody else. */
const actors = [90, 91, 1, 92].flatMap((n) =>
  inEachRole({ actorId: the('person', n), orgId: the('organisation', 90), territory: '' }),
);

const admin = { role: 'admin', reach: { nowhere: true } } as const;
const ofThePost = { grantee: { postId: the('post', 91), orgId: the('organisation') } } as const;
const refusal = { type: 'GrantRefused', data: { number: 1, reason: 'Not needed' } };
const pasts: readonly (readonly Message[])[] = [
  [aGrant()],
  [aProposal()],
  [aProposal(), anApproval()],
  [aProposal(), refusal],
  [aGrant(), anEnd()],
  [aGrant(admin)],
  [aProposal({ ...admin, ...ofThePost })],
  [aGrant({ ...admin, ...ofThePost })],
  [aGrant(), aProposal({ number: 2 })],
  [aFounding()],
  [aFounding(), aHandOver()],
];
const [first, second] = [the('person', 1), the('person', 2)];
const numbers = [1, 2, 3].flatMap((number) => [{ number, reason: 'So' }, { number }]);

interface Told {
  readonly decider: AnyDecider;
  readonly stream: Id;
  readonly pasts: readonly (readonly Message[])[];
  readonly said: Readonly<Record<string, readonly object[]>>;
  readonly no: readonly string[];
}

const TOLD: readonly Told[] = [
  {
    ...{ decider: grants, stream: grantsOf(the('person')), pasts },
    said: {
      ...{ ApproveGrant: numbers, RefuseGrant: numbers, EndGrant: numbers },
      HandOverAdministration: [
        { firstId: first, secondId: second },
        { firstId: first, secondId: first },
      ],
    },
    no: [
      'HAS_ENDED',
      'NOT_PROPOSED',
      'NOT_THE_FIRST',
      'OWN_ADMINISTRATION',
      'OWN_GRANT',
      'OWN_PROPOSAL',
      'ROLE_MAY_NOT',
    ],
  },
  {
    ...{ decider: account, stream: accountOf(first) },
    pasts: [opened(1), [...opened(1), { type: 'AccountDisabled', data: { reason: 'Left' } }]],
    said: {
      ResetAccount: [{}],
      DisableAccount: [{ reason: 'Left' }, {}],
      EnableAccount: [{ reason: 'Is back' }, {}],
      UnpinAccount: [{ reason: 'Other' }, {}],
    },
    no: ['DISABLED_ALREADY', 'ENABLED_ALREADY', 'OWN_ACCOUNT', 'ROLE_MAY_NOT'],
  },
];

describe.each(TOLD)(
  'what everybody may do with an entry of $decider.kind',
  ({ decider, stream, said, no, ...told }) => {
    let found: Compared;
    beforeAll(async () => {
      const states = told.pasts.map((past) => after(decider, past));
      const scene = { decider, stream, states, world, streams: STREAMS_OF_ALL, actors };
      found = await compared({ ...scene, said: (type) => said[type] ?? [], now: anAdministrator().occurredAt });
    }, 60_000);

    it('is what each command answers, whatever is said', () => {
      expect(found.breaches).toEqual([]);
    });

    it('is barred from each command by each of its own bars', () => {
      expectBarred(decider.kind, [found]);
    });

    it('is yes for every command of people, each of which is done, and no for every reason that a bar gives', () => {
      expect([...found.yes].sort()).toEqual(Object.keys(said).sort());
      expect(found.accepted).toEqual(found.yes);
      expect([...found.no].sort()).toEqual(no);
    });
  },
);

describe('what everybody may do with one of several grants', () => {
  it('is what is answered to its number, however the others stand', async () => {
    const state = grants.initial;
    const [ended, waiting] = [1, 2].map((number) =>
      onlyNumbered(
        [aGrant(), anEnd(), aProposal({ number: 2 })].reduce(
          (before, event) => evolve(grants, before, event, actOf(anAdministrator())),
          state,
        ),
        number,
      ),
    );
    const scene = { decider: grants, stream: grantsOf(the('person')), world, streams: STREAMS_OF_ALL };
    const somebody = [
      actorWith({ actorId: the('person', 92), orgId: the('organisation', 90), territory: '', roles: ['admin'] }),
    ];
    const asked = (one: unknown) =>
      compared({ ...scene, states: [one], actors: somebody, said: () => [], now: anAdministrator().occurredAt });
    expect([...(await asked(ended)).no]).toEqual(['NOT_PROPOSED', 'NOT_THE_FIRST', 'HAS_ENDED']);
    expect([...(await asked(waiting)).yes]).toEqual(['ApproveGrant', 'RefuseGrant', 'EndGrant']);
  });
});
