import { actorWith, type Actor } from '#access';
import type { Id, Role } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { receiptsAwaiting } from '../../receipt/views/awaiting.js';
import { directivesAwaiting } from './awaiting.js';
import { askedIn } from './requests.rows.js';

const orgId: Id<'organisation'> = 'organisation-00000000-0000-4000-8000-000000000001';
const parent: Id<'directive'> = 'directive-00000000-0000-4000-8000-000000000002';
const viewer = (...roles: readonly Role[]): Actor =>
  actorWith({ actorId: 'person-00000000-0000-4000-8000-000000000003', orgId, territory: '', roles });

describe('what waits for somebody', () => {
  it.each<[Role, object[], object[]]>([
    [
      'commander',
      [{ status: 'signOffPending', issuerId: orgId }, { asks: [parent] }],
      [{ status: 'returned', issuerId: orgId }],
    ],
    ['unit-head', [], [{ status: 'delivered', recipientId: orgId }]],
    ['unit', [], [{ status: 'delivered', recipientId: orgId }]],
    ['hq', [], [{ status: 'delivered', recipientId: orgId }]],
    ['inspector', [], []],
    ['public', [], []],
  ])('%s: directives to sign or to rule on, receipts to sign for or to rule on', (role, directives, receipts) => {
    expect(directivesAwaiting(viewer(role), [parent]).map(({ where }) => where)).toEqual(directives);
    expect(receiptsAwaiting(viewer(role)).map(({ where }) => where)).toEqual(receipts);
  });

  it('is no request where the body has no directive in force', () => {
    expect(directivesAwaiting(viewer('commander'), [])).toHaveLength(1);
  });

  it('is a request until it is ruled on', () => {
    const entry = (request?: 'requested' | 'granted') => ({
      ...{ directive: { id: parent }, clause: '1', how: 'exempted' as const },
      ...(request && { request }),
    });
    const asked = [entry('requested'), entry('requested')];
    expect(askedIn({ askedAhead: [], status: 'draft', clauseMap: asked })).toEqual([parent]);
    expect(askedIn({ askedAhead: [], status: 'draft', clauseMap: [entry('granted'), entry()] })).toEqual([]);
    expect(askedIn({ askedAhead: [], status: 'withdrawn', clauseMap: asked })).toEqual([]);
  });
});
