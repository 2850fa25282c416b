import { aHappening, aLog, allSeen, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aFounding,
  aGrant,
  aHandOver,
  anAdministrator,
  anEnd,
  aProposal,
  aSuccessor,
  deciding,
  facts,
  SINCE,
  the,
} from '../grants.examples.js';
import { accountOf } from '../account/account.state.js';
import { grants } from './grant.decider.js';
import { successor } from './grant.founding.js';
import { successorsTakeOver } from './grant.policy.js';
import { grantsOf, inForceAt } from './grant.state.js';

const given = specification(grants, anAdministrator(), deciding);
const asked = { personId: the('person', 90), from: SINCE, reason: 'The first administrator' };
const found = { type: 'FoundAdministrator', data: asked } as const;
const handOver = (firstId = the('person', 1), secondId = the('person', 2)) =>
  ({ type: 'HandOverAdministration', data: { firstId, secondId } }) as const;
const now = anAdministrator().occurredAt;

describe('the first administrator', () => {
  it('is one by themselves, once, and lays claim to that so that two who come at once are not both', () => {
    given().when(found).then(aFounding());
    given().when(found, {}, { FoundAdministrator: true }).thenRefused('FOUNDED_ALREADY');
    given(aFounding()).when(found).thenRefused('FOUNDED_ALREADY');
    const decision = grants.decide.FoundAdministrator(asked, grants.initial, anAdministrator(), false);
    expect(decision).toMatchObject({ claims: [{ key: ['grant.first administrator'] }] });
    expect(grants.commands.declared.FoundAdministrator).toMatchObject({ who: ['system'], at: ['new'] });
  });

  it('SD4: proposes like everybody; nobody is there to approve before there are two others', () => {
    given()
      .when(
        {
          type: 'GrantRole',
          data: { grantee: { personId: the('person') }, role: 'admin', from: SINCE, reason: 'Two' },
        },
        {},
        { GrantRole: facts() },
      )
      .then(aProposal({ role: 'admin', reach: { nowhere: true }, reason: 'Two' }));
  });

  it('hands over to two others in one act, and is none from then on', () => {
    given(aFounding()).when(handOver()).then(aHandOver());
    expect(inForceAt(given(aFounding()).state(), now)).toHaveLength(1);
    expect(inForceAt(given(aFounding(), aHandOver()).state(), now)).toEqual([]);
    given(aFounding(), aHandOver()).when(handOver()).thenRefused('NOT_THE_FIRST');
  });

  it('alone does so', () => {
    given(aFounding()).when(handOver(), anAdministrator(91)).thenRefused('NOT_THE_FIRST');
    given(aGrant({ role: 'admin', reach: { nowhere: true }, grantee: { personId: the('person', 90) } }))
      .when(handOver())
      .thenRefused('NOT_THE_FIRST');
    given(aFounding(), anEnd()).when(handOver()).thenRefused('NOT_THE_FIRST');
  });

  it('names two others who can come in and have nothing that an administrator may not have', () => {
    const [one, self] = [the('person', 1), the('person', 90)];
    given(aFounding()).when(handOver(one, one)).thenRefused('TAKES_TWO_OTHERS', 'secondId');
    given(aFounding()).when(handOver(one, self)).thenRefused('TAKES_TWO_OTHERS', 'secondId');
    given(aFounding()).when(handOver(self, one)).thenRefused('TAKES_TWO_OTHERS', 'firstId');
    const outside = { ...aSuccessor, canSignIn: false };
    given(aFounding())
      .when(handOver(), {}, { HandOverAdministration: [aSuccessor, outside] })
      .thenRefused('CANNOT_SIGN_IN', 'secondId');
    const inspector = { ...aSuccessor, grants: inForceAt(given(aGrant()).state(), now) };
    given(aFounding())
      .when(handOver(), {}, { HandOverAdministration: [inspector, aSuccessor] })
      .thenRefused('ROLES_EXCLUDE_EACH_OTHER', 'firstId');
  });
});

describe('who takes over', () => {
  const makes = aGrant({ role: 'admin', reach: { nowhere: true }, reason: 'Named' });
  const takeOver = {
    type: 'TakeOverAdministration',
    data: { ...asked, personId: the('person'), reason: 'Named', namedIn: grantsOf(the('person', 90)) },
  } as const;

  it('becomes an administrator by the policy, both of them, also when it is asked twice', () => {
    const state = given(aFounding(), aHandOver()).state();
    const stream = grantsOf(the('person', 90));
    const asks = successorsTakeOver.on.AdministrationHandedOver?.(aHandOver().data, state, aHappening(stream)) ?? [];
    expect(asks.map((ask) => [ask.stream, ask.command.type])).toEqual([
      [grantsOf(the('person', 1)), 'TakeOverAdministration'],
      [grantsOf(the('person', 2)), 'TakeOverAdministration'],
    ]);
    given().when(takeOver).then(makes);
    given(makes).when(takeOver).then();
  });

  it('A6: is named on the record of the first one, and nobody is made an administrator because somebody says so', async () => {
    given().when(takeOver, {}, { TakeOverAdministration: false }).thenRefused('NOT_NAMED_TO_FOLLOW');
    const named = (person: number, ...events: readonly ReturnType<typeof aHandOver>[]) => {
      const log = aLog({ [grantsOf(the('person', 90))]: [aFounding(), ...events] });
      const own = { stream: grantsOf(the('person', person)), state: () => Promise.resolve(grants.initial) };
      const data = { ...takeOver.data, personId: the('person', person) };
      return grants.facts.TakeOverAdministration(log, data, own, anAdministrator());
    };
    expect(await named(1, aHandOver())).toBe(true);
    expect(await named(2, aHandOver())).toBe(true);
    expect(await named(3, aHandOver())).toBe(false);
    expect(await named(1)).toBe(false);
  });

  it('has a post, and an account that is open', async () => {
    const person = the('person', 1);
    const held = { postId: the('post'), orgId: the('organisation'), from: SINCE };
    const standing = (account: 'enabled' | 'disabled', posts: readonly object[]) =>
      successor(
        allSeen({
          state: (of, stream) =>
            Promise.resolve(
              (stream === person
                ? { is: 'registered', appointments: posts }
                : stream === accountOf(person)
                  ? { is: account, personId: person }
                  : of.initial) as never,
            ),
        }),
        person,
        now,
      );
    expect(await standing('enabled', [held])).toEqual({ canSignIn: true, grants: [] });
    expect(await standing('enabled', [])).toMatchObject({ canSignIn: false });
    expect(await standing('disabled', [held])).toMatchObject({ canSignIn: false });
    // SD5: their end is told.
    expect(await standing('enabled', [{ ...held, to: '2999-01-01T00:00:00.000Z' }])).toMatchObject({
      canSignIn: false,
    });
  });
});
