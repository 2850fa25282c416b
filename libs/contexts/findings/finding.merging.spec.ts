import type { ClaimKey, LaidClaim } from '#kernel';
import { aLog, allSeen, by, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aConfirmation, anObservation, some } from './finding.examples.js';
import type { FindingState } from './finding.state.js';
import { aroundMerge, mergedHere, mergeKey } from './finding.merging.js';

const { finding: self, another: intoId } = some;
const third: typeof self = `${self.slice(0, -1)}9` as typeof self;
const observed = [anObservation(), aConfirmation].map((event) => by({}, event));
const mergedInto = (into: typeof self) => [
  ...observed,
  by({}, { type: 'FindingMerged', data: { intoId: into, reason: 'The same gate' } }),
];
const own = { stream: self, now: '2022-04-01T00:00:00.000Z', state: () => Promise.resolve({} as FindingState) };
const laid = (underWay: boolean, of: typeof self = third): LaidClaim => ({
  ...{ by: of, seenBy: 'everybody', occurredAt: '2022-04-01T00:00:00.000Z', underWay },
});

describe('what stands around a merge', () => {
  const around = (claims: (key: ClaimKey) => readonly LaidClaim[], log = { [intoId]: observed, [third]: observed }) =>
    aroundMerge(withClaims(aLog(log), claims), { intoId, reason: 'The same gate' }, own);
  const at = (finding: typeof self, ...claims: readonly LaidClaim[]) => {
    const place = JSON.stringify(mergeKey(finding));
    return (key: ClaimKey) => (JSON.stringify(key) === place ? claims : []);
  };

  it('F8: is the finding that is to count, and none where it is not there', async () => {
    expect(await around(() => [])).toMatchObject({ self, into: { is: 'confirmed' }, underWay: false });
    expect(await around(() => [], { [intoId]: [], [third]: observed })).toMatchObject({ into: { is: 'new' } });
  });

  it('F8: is another merge that either of the two has a part in, while it is about to be recorded', async () => {
    for (const finding of [self, intoId]) {
      expect((await around(at(finding, laid(true)))).underWay).toBe(true);
      expect((await around(at(finding, laid(false), laid(true, intoId)))).underWay).toBe(true);
      expect((await around(at(finding, laid(false)))).underWay).toBe(false);
      expect((await around(at(finding, laid(true, self)))).underWay).toBe(false);
    }
    expect((await around(at(third, laid(true)))).underWay).toBe(false);
  });
});

describe('what has been merged into a finding', () => {
  const merged = async (log: Parameters<typeof aLog>[0], ...claims: readonly LaidClaim[]) =>
    (
      await mergedHere(
        withClaims(aLog(log), () => claims),
        own,
      )
    ).hasOthers;

  it('F8: is what counts here by now, not what counts elsewhere, nor what was never recorded', async () => {
    expect(await merged({ [third]: mergedInto(self) }, laid(false))).toBe(true);
    expect(await merged({ [third]: mergedInto(intoId) }, laid(false))).toBe(false);
    expect(await merged({ [third]: observed }, laid(false))).toBe(false);
    expect(await merged({}, laid(true))).toBe(false);
    expect(await merged({ [third]: mergedInto(self), [intoId]: observed }, laid(false, intoId), laid(false))).toBe(
      true,
    );
    expect((await mergedHere(allSeen(aLog({})), own)).hasOthers).toBe(false);
  });
});
