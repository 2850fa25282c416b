import { actorWith, type Actor } from '#access';
import { evolve, idOf, type Id, type Message, type StateSource } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { aDirective, anIssue, aRequest } from '../../libs/contexts/directives/directive/directive.examples.js';
import {
  aClerk,
  CITY_Y,
  COUNTY_K1,
  COUNTY_K3,
  HQ_J,
  HQ_Y,
  the,
} from '../../libs/contexts/directives/directives.examples.js';
import { receipt } from '../../libs/contexts/directives/receipt/receipt.decider.js';
import { aDelivery, anAcknowledgement, aReturn } from '../../libs/contexts/directives/receipt/receipt.examples.js';
import type { ReceiptState } from '../../libs/contexts/directives/receipt/receipt.state.js';
import { expectBarred } from '../support/barred.js';
import { compared, type Compared } from '../support/possible.js';
import { ROLES_OF_PEOPLE } from '../support/roles-of-people.js';

const RECEIPT = the('receipt', 2);
const body = ({ territoryId, territoryPath, territoryLevel }: Omit<typeof CITY_Y, 'orgId' | 'receiptId'>) => [
  { type: 'OrgCreated', data: { orgKind: 'headquarters', territoryId, territoryPath, territoryLevel } },
];
const bodies = [CITY_Y, COUNTY_K1, { ...HQ_J, receiptId: RECEIPT, territoryLevel: 'province' as const }];
const order: readonly Message[] = [aDirective(), aRequest(), anIssue(CITY_Y)];
const gone = { type: 'DirectiveRevoked', data: { reason: 'No more' } };
const worldOf = (there: typeof bodies, ...more: readonly Message[]) =>
  aLog({ ...Object.fromEntries(there.map((one) => [one.orgId, body(one)])), [the('directive')]: [...order, ...more] });

const after = (...past: readonly Message[]) =>
  past.reduce<ReceiptState>((state, event) => evolve(receipt, state, event, actOf(aClerk)), receipt.initial);
const relayed = { type: 'DirectiveRelayed', data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [] } };
const ruled = (ruling: string) => ({ type: 'ReturnRuledOn', data: { ruling, reason: 'So' } });
const states = [
  [aDelivery()],
  [aDelivery(), anAcknowledgement()],
  [aDelivery(), anAcknowledgement(), relayed],
  [aDelivery(), aReturn()],
  [aDelivery(), aReturn(), ruled('amend')],
  [aDelivery(), { type: 'ReceiptClosed', data: { because: 'revoked' } }],
].map((past) => after(...past));

const actors: readonly Actor[] = [HQ_J, HQ_Y, COUNTY_K1].flatMap(({ orgId }, index) =>
  ROLES_OF_PEOPLE.map((role) =>
    actorWith({
      ...{ actorId: idOf('person', `00000000-0000-4000-8000-00000000003${String(index)}`), orgId },
      ...{ territory: HQ_J.territoryPath, roles: [role] },
    }),
  ),
);

const between = { directiveId: the('directive'), recipientId: HQ_Y.orgId };
const to = (orgId: Id<'organisation'>) => [{ orgId, receiptId: the('receipt', 3) }];
const SAID: Readonly<Record<string, readonly object[]>> = {
  RecordDelivery: ['attendance', 'paper'].map((channel) => ({ ...between, channel })),
  AcknowledgeDirective: [between, { ...between, textVersion: 1 }, { ...between, textVersion: 2 }],
  ReturnDirective: [{ ...between, reason: 'Not ours' }, between],
  RuleOnReturn: ['upheld', 'amend', 'withdrawn'].flatMap((ruling) => [
    { ...between, ruling, reason: 'So' },
    { ...between, ruling },
  ]),
  RelayDirective: [COUNTY_K1, COUNTY_K3].map(({ orgId }) => ({
    ...{ ...between, childId: the('directive', 8), recipients: to(orgId) },
  })),
};
const said = (type: string): readonly unknown[] => SAID[type] ?? [];

describe('what everybody may do with a receipt', () => {
  const found: Compared[] = [];
  /** Where nobody registered the bodies: what is said names none that is there. */
  let unregistered: Compared;
  beforeAll(async () => {
    const scene = { decider: receipt, stream: RECEIPT, states, streams: STREAMS_OF_ALL, actors, said };
    const comparing = (world: StateSource) => compared({ ...scene, world, now: '2022-03-18T00:00:00.000Z' });
    for (const world of [worldOf(bodies), worldOf(bodies, gone)]) found.push(await comparing(world));
    unregistered = await comparing(worldOf([]));
  });

  it('is what each command answers, whatever is said', () => {
    expect(found.flatMap(({ breaches }) => breaches)).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('receipt', [...found, unregistered]);
  });

  it('is yes for every command of people, and no for every reason that a bar gives', () => {
    expect(new Set(found.flatMap(({ yes }) => [...yes]))).toEqual(new Set(Object.keys(SAID)));
    expect(new Set(found.flatMap(({ accepted }) => [...accepted]))).toEqual(new Set(Object.keys(SAID)));
    expect([...new Set(found.flatMap(({ no }) => [...no]))].sort()).toEqual([
      ...['ALREADY_ACKNOWLEDGED', 'ALREADY_RELAYED', 'ALREADY_RETURNED', 'NOT_ACKNOWLEDGED', 'NOT_FOUND'],
      ...['NOT_RETURNED', 'NOT_THE_ISSUER', 'NOT_THE_RECIPIENT', 'ORDER_TAKEN_BACK', 'ROLE_MAY_NOT'],
    ]);
  });
});
