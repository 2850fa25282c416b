import { actorWith, type Actor } from '#access';
import type { Role } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aConfirmation, anObservation, some } from '../finding.examples.js';
import { waysToAwait } from './awaiting.js';
import { findingCard } from './finding-card.view.js';

const viewer = (...roles: readonly Role[]): Actor =>
  actorWith({ actorId: some.verifier, orgId: some.center, territory: some.cityPath, roles });

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
    expect(waysToAwait(viewer(role)).map(({ where }) => where)).toEqual(ways);
  });

  it('of every role, at no other stage than these', () => {
    const stages: Readonly<Record<Exclude<Role, 'system'>, readonly string[]>> = {
      inspector: ['underVerification'],
      lead: ['observed', 'confirmed', 'underVerification', 'reopened'],
      supervision: ['confirmed', 'planSubmitted', 'underVerification', 'verified', 'reopened'],
      'supervision-head': ['completionReported', 'underVerification', 'verified', 'relapsed'],
      hq: ['underVerification', 'verified'],
      commander: ['verified'],
      unit: ['ordered', 'underVerification'],
      'unit-head': [...['ordered', 'acknowledged', 'planReturned', 'inRectification', 'underVerification', 'verified']],
      ...{ discipline: [], auditor: [], public: [], admin: [] },
    };
    for (const [role, expected] of Object.entries(stages)) {
      const ways = waysToAwait(viewer(role as Role));
      expect([role, ...ways.map(({ where }) => where.status)]).toEqual([role, ...expected]);
    }
  });

  it('those of the unit: orders to acknowledge, plans to make, completion to report', () => {
    const ofUnit = waysToAwait(viewer('unit-head')).filter(({ where }) => where.unitId === some.center);
    expect(ofUnit.map(({ where }) => where.status)).toEqual([
      ...['ordered', 'acknowledged', 'planReturned', 'inRectification'],
    ]);
  });

  it('those of every role together, each once', () => {
    const ways = waysToAwait(viewer('supervision', 'lead')).map(({ where }) => where);
    expect(ways.filter(({ status }) => status === 'confirmed')).toEqual([{ status: 'confirmed' }]);
  });

  describe('SD1: none of whoever has had a part that keeps them from it', () => {
    const me = some.verifier;
    const barsAt = (status: string) =>
      waysToAwait(viewer('lead', 'commander')).find(({ where }) => where.status === status)?.unless;

    it('whoever recorded a grave one does not confirm it', () => {
      expect(barsAt('observed')).toEqual([{ severity: ['major', 'critical'], parts: [`recorded ${me}`] }]);
    });

    it('whoever recorded, confirmed, ordered, reported or verified it does not close it', () => {
      const parts = ['recorded', 'confirmed', 'ordered', 'reported', 'verified'].map((part) => `${part} ${me}`);
      expect(barsAt('verified')).toEqual([{ parts }, { verifierIds: [me] }]);
      expect(barsAt('underVerification')).toEqual([{ parts: [`reported ${me}`] }]);
    });

    it('SD6: nor does whoever stands in for them', () => {
      const deputy = { ...viewer('lead', 'commander'), onBehalfOf: some.inspector };
      const unless = (status: string) =>
        waysToAwait(deputy)
          .find(({ where }) => where.status === status)
          ?.unless?.flatMap((one) => Object.values(one));
      expect(unless('observed')?.flat()).toContain(`recorded ${some.inspector}`);
      expect(unless('underVerification')?.flat()).toContain(`reported ${some.inspector}`);
      for (const had of [`verified ${some.inspector}`, some.inspector])
        expect(unless('verified')?.flat()).toContain(had);
    });

    it('and the card knows who has had which part, whoever they stood in for, in every round', () => {
      const events = [
        { ...anObservation(), at: { actorId: some.inspector, onBehalfOf: some.verifier } },
        { ...aConfirmation, at: { actorId: some.stationHead } },
      ];
      expect(rowsAfter(findingCard, some.finding, ...events).get(some.finding)?.parts).toEqual([
        ...[`recorded ${some.inspector}`, `recorded ${some.verifier}`, `confirmed ${some.stationHead}`],
      ]);
    });
  });

  it('none of anybody without a role', () => {
    expect(waysToAwait(viewer())).toEqual([]);
  });
});
