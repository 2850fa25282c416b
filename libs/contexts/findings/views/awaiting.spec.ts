import type { Actor } from '#access';
import type { Role } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { some } from '../finding.examples.js';
import { waysToAwait } from './awaiting.js';

const viewer = (...roles: readonly Role[]): Actor => ({
  actorId: some.verifier,
  orgId: some.center,
  territory: some.cityPath,
  roles,
});

describe('findings that wait for somebody', () => {
  it.each<[Role, object[]]>([
    [
      'lead',
      [
        { status: 'observed' },
        { status: 'confirmed' },
        { status: 'underVerification', toVerify: some.verifier },
        { status: 'reopened' },
      ],
    ],
    [
      'unit',
      [
        { status: 'ordered', unitId: some.center },
        { status: 'underVerification', toVerify: some.verifier },
      ],
    ],
    ['commander', [{ status: 'verified', acceptorOrgId: some.center }]],
    ['inspector', [{ status: 'underVerification', toVerify: some.verifier }]],
    ['discipline', []],
    ['public', []],
  ])('%s: at the stages whose next step is theirs', (role, ways) => {
    expect(waysToAwait(viewer(role))).toEqual(ways);
  });

  it('those of the unit: orders to acknowledge, plans to make, completion to report', () => {
    const ofUnit = waysToAwait(viewer('unit-head')).filter(({ unitId }) => unitId === some.center);
    expect(ofUnit.map(({ status }) => status)).toEqual(['ordered', 'acknowledged', 'planReturned', 'inRectification']);
  });

  it('those of every role together, each once', () => {
    const ways = waysToAwait(viewer('supervision', 'lead'));
    expect(ways.filter(({ status }) => status === 'confirmed')).toEqual([{ status: 'confirmed' }]);
  });

  it('none of anybody without a role', () => {
    expect(waysToAwait(viewer())).toEqual([]);
  });
});
