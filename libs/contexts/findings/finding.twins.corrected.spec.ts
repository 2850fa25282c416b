import { idOf, type Id } from '#kernel';
import { aLog, by, rowsAfter, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import { aConfirmation, aFile, anObservation, as, at, later, occasion, some } from './finding.examples.js';
import { around, known } from './finding.facts.examples.js';
import { findingStream } from './finding.evolve.js';
import { findingCard } from './views/finding-card.view.js';
import { looksOf, sameAs } from './views/duplicates.js';

const given = specification(finding, occasion, known);
const other = idOf('finding', '00000000-0000-4000-8000-000000000040');
const reason = 'It was written wrongly';
const corrected = (data: object): FindingEvent => ({ type: 'ObservationCorrected', data: { ...data, reason } });
/** Corrected two days later than it happened. */
const longAfter = { occurredAt: '2022-04-02T10:00:00.000Z', recordedAt: '2022-04-02T10:00:00.000Z' };

interface There {
  readonly events: readonly FindingEvent[];
  readonly own?: readonly FindingEvent[];
  readonly underWay?: boolean;
}

/** What is found around a correction of a finding, in a log in which another has laid each claim that is looked up. */
const foundBy = async (right: object, { events, own = [anObservation()], underWay = false }: There) => {
  const keys: string[] = [];
  const laid = { by: other, seenBy: { territory: '', orgs: [] }, occurredAt: longAfter.occurredAt, underWay };
  const log = aLog({
    [other]: events.map((one) => by({ occurredAt: at }, one)),
    [some.finding]: own.map((one) => by({ occurredAt: at }, one)),
  });
  const read = withClaims(log, (key) => {
    keys.push(key[0] ?? '');
    return [laid];
  });
  const itself = { stream: some.finding, state: () => log.state(findingStream, some.finding) };
  const { twins } = await finding.facts.CorrectFinding(read, right, itself, occasion);
  return { twins, keys };
};
const twins = async (right: object, there: There): Promise<readonly Id[]> => (await foundBy(right, there)).twins;

describe('F8, F9: a record that is corrected into the likeness of another', () => {
  const side = anObservation({ place: 'Side gate' });

  it('F8, F9: is refused with its id, unless that is named as another', () => {
    const facts = { ...around, twins: [other] };
    const data = { place: 'Side gate' };
    const told = { ...data, notDuplicateOf: [other] };
    for (const type of ['CorrectObservation', 'CorrectBeforeConfirming'] as const) {
      given(anObservation())
        .when({ type, data }, {}, { [type]: facts })
        .thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
      given(anObservation())
        .when({ type, data: told }, {}, { [type]: facts })
        .then({ type: 'ObservationCorrected', data: told });
    }
    given(anObservation(), aConfirmation)
      .when({ type: 'CorrectFinding', data: { ...data, reason } }, as.acceptor, { CorrectFinding: facts })
      .thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
    given(anObservation())
      .when({ type: 'CorrectObservation', data: { notDuplicateOf: [other] } })
      .thenRefused('NOTHING_CORRECTED');
  });

  it('F8, F9: is found by what it becomes, as of when it happened', async () => {
    const there = { events: [side] };
    expect(await twins({ place: ' side  GATE' }, there)).toEqual([other]);
    expect(await twins({ place: 'Side gate', class: 'lostControl' }, there)).toEqual([]);
    expect(await twins({ class: 'lostControl' }, { events: [anObservation({ class: 'lostControl' })] })).toEqual([
      other,
    ]);
    expect(
      await twins({ dutyPointId: some.dutyPoint }, { events: [anObservation({ dutyPointId: some.dutyPoint })] }),
    ).toEqual([other]);
  });

  it('F8, F9: is not looked for where nothing changes by which it would be found', async () => {
    for (const right of [{ description: 'No list' }, { place: 'gate  2' }, { subjectOrgId: some.center }])
      expect((await foundBy(right, { events: [anObservation()] })).keys).toEqual([]);
  });

  it('F8, F9: finds what another was corrected to, not what it said before, and what is being corrected', async () => {
    const moved = { events: [side, corrected({ place: 'Back gate' })] };
    expect(await twins({ place: 'Back gate' }, moved)).toEqual([other]);
    expect(await twins({ place: 'Side gate' }, moved)).toEqual([]);
    expect(await twins({ place: 'Side gate' }, { ...moved, underWay: true })).toEqual([other]);
  });

  it('F8, F9: of a gap meets the open gap finding of the duty point that it is about by now', async () => {
    const gap = anObservation({
      kind: 'gap',
      class: 'responsibilityGap',
      dutyPointId: some.dutyPoint,
      place: 'Back gate',
    });
    const own = [
      anObservation({
        kind: 'gap',
        class: 'responsibilityGap',
        dutyPointId: idOf('dutyPoint', '00000000-0000-4000-8000-000000000041'),
      }),
    ];
    const { twins: same, keys } = await foundBy({ dutyPointId: some.dutyPoint }, { events: [gap], own });
    expect(same).toEqual([other]);
    expect(keys).toEqual(['finding', 'gap']);
  });

  it('F8: shows which others it was said not to be, and who has a file that was added', () => {
    const card = (...events: FindingEvent[]) =>
      rowsAfter(findingCard, some.finding, anObservation({ notDuplicateOf: [some.another] }), ...events).get(
        some.finding,
      );
    const named = card(corrected({ place: 'Side gate', notDuplicateOf: [other] }));
    expect(named?.notDuplicateOf).toEqual([some.another, other]);
    const with5 = card({ type: 'EvidenceAdded', data: { evidence: [aFile(5)] } });
    if (!with5) throw new Error('a card was expected');
    const looks = { occurredAt: later, sha256: [aFile(5).sha256] };
    expect(sameAs([with5], looks, undefined)).toEqual([with5]);
    expect(looksOf(with5).sha256).toEqual([aFile(1).sha256, aFile(5).sha256]);
  });
});
