import { aLog, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { accountOf } from './account/account.state.js';
import { aFounding, aGrant, aHandOver, anEnd, SINCE, the } from './grants.examples.js';
import { grantsOf } from './grant/grant.state.js';
import { canTake, meansOf } from './means.js';

const [person, orgId, postId] = [the('person'), the('organisation'), the('post', 7)];
const territoryPath = '00000000-0000-4000-8000-000000000001/';
const NOW = '2022-03-01T00:00:00.000Z';
const BEFORE = '2022-02-01T00:00:00.000Z';
const GRANTED = '2022-02-15T00:00:00.000Z';

const inOffice = [
  { type: 'PersonRegistered', data: {} },
  { type: 'PostHeld', data: { postId, orgId, territoryPath, from: SINCE } },
];
const added = { type: 'AccountAdded', data: { personId: person } };
const shut = { type: 'AccountDisabled', data: { reason: 'sealed' } };
const granted = (grantee: object, recordedAt = SINCE, more: object = {}) => ({
  ...aGrant({ grantee, reach: { territoryId: the('territory'), territoryPath }, ...more } as never),
  act: { recordedAt },
});

const step = { who: ['inspector'], owner: { territory: territoryPath, orgs: [] } } as const;
const laid = { by: the('grant', 99), seenBy: 'everybody', occurredAt: SINCE, underWay: false } as const;

const handedOver = [aFounding(), aHandOver()];

describe('somebody who is named for a step', () => {
  const world = {
    [person]: inOffice,
    [accountOf(person)]: [added],
    [grantsOf(person)]: [granted({ personId: person })],
    [laid.by]: handedOver,
  };
  const means = (
    more: Parameters<typeof aLog>[0] = {},
    [occurredAt = NOW, now = occurredAt]: readonly string[] = [],
    claims: (typeof laid)[] = [laid],
  ) =>
    meansOf(
      withClaims(aLog({ ...world, ...more }), () => claims),
      [person],
      { stream: the('grant'), now },
      { occurredAt },
    );
  const can = async (more?: Parameters<typeof aLog>[0], at?: readonly string[], other: object = {}) =>
    canTake(await means(more, at), { personId: person, orgId, ...other }, step);

  it('F7: can take it with a role that reaches the thing, for the body that they hold a post of', async () => {
    expect(await can()).toBe(true);
    expect(await can({}, [NOW], { orgId: the('organisation', 2) })).toBe(false);
    expect(await can({}, [NOW], { personId: the('person', 2) })).toBe(false);
    expect(await can({ [grantsOf(person)]: [] })).toBe(false);
    const elsewhere = { ...step, owner: { territory: '00000000-0000-4000-8000-000000000009/', orgs: [] } };
    expect(canTake(await means(), { personId: person, orgId }, elsewhere)).toBe(false);
    expect(canTake(await means(), { personId: person, orgId }, { ...step, who: ['lead'] })).toBe(false);
  });

  it('F7: can take it with a role for the very body that they are named for, if it is a role for that step', async () => {
    const forTheBody = { reach: { orgId }, role: 'unit' };
    const log = { [grantsOf(person)]: [granted({ personId: person }, SINCE, forTheBody)] };
    const of = async (who: 'unit' | 'lead') =>
      canTake(await means(log), { personId: person, orgId }, { ...step, who: [who] });
    expect(await of('unit')).toBe(true);
    expect(await of('lead')).toBe(false);
  });

  it('F7: can take it with what is granted to the post that they hold', async () => {
    const byPost = { [grantsOf(person)]: [], [grantsOf(postId)]: [granted({ postId, orgId })] };
    expect(await can(byPost)).toBe(true);
    const left = { type: 'PostLeft', data: { postId, to: BEFORE } };
    expect(await can({ ...byPost, [person]: [...inOffice, left] })).toBe(false);
  });

  it('W4: has it when they are named and now', async () => {
    const late = { [grantsOf(person)]: [granted({ personId: person }, GRANTED)] };
    expect(await can(late, [NOW])).toBe(true);
    expect(await can(late, [BEFORE, NOW])).toBe(false);
    const over = { ...anEnd(), act: { recordedAt: GRANTED } };
    const ended = { [grantsOf(person)]: [granted({ personId: person }), over] };
    expect(await can(ended, [BEFORE])).toBe(true);
    expect(await can(ended, [BEFORE, NOW])).toBe(false);
    const left = { [person]: [...inOffice, { type: 'PostLeft', data: { postId, to: GRANTED } }] };
    expect(await can(left, [BEFORE])).toBe(true);
    expect(await can(left, [BEFORE, NOW])).toBe(false);
  });

  it('F7: can take nothing once their account is shut, and none before they have one', async () => {
    expect(await can({ [accountOf(person)]: [added, shut] })).toBe(false);
    expect(await can({ [accountOf(person)]: [] })).toBe(false);
  });

  it('F7: is not asked for a role in a log in which nobody grants any', async () => {
    expect(await means({}, [NOW], [])).toBeUndefined();
    expect(await means({ [laid.by]: [aFounding()] })).toBeUndefined();
    expect(await means()).toBeDefined();
    expect(canTake(undefined, { personId: person, orgId }, step)).toBe(true);
  });
});
