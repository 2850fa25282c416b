import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#access';
import { finding, yearOfRecord } from '#contexts/findings';
import { territory } from '#contexts/parties';
import { idOf, pathBelow, type Id } from '#kernel';
import { claim } from '#platform/claims';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, Gate, NOW, person } from '../support/two-at-once.js';

const city = idOf('territory', '00000000-0000-4000-8000-000000000001');
const admin = person(0, '', ['admin']);
const one = person(1, pathBelow('', city), ['inspector']);
const two = person(2, pathBelow('', city), ['inspector']);

/** What the process asks for, at one gate; which number it asks for follows from the log, so that two processes ask for the same. */
describe('numbers that are given to findings', () => {
  let gate: Gate;

  const record = async (actor = one): Promise<Id<'finding'>> => {
    const id = `finding-${randomUUID()}` as const;
    const data = {
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'No list', place: id },
      ...{ territoryId: city, evidence: [] },
    };
    expect(codeOf(await gate.ask(actor, finding, id, { type: 'RecordObservation', data }))).toBe('recorded');
    return id;
  };
  const ask = (id: Id, number: number) => gate.ask(SYSTEM, finding, id, { type: 'NumberFinding', data: { number } });
  const numbersOf = async (...ids: readonly Id[]) =>
    Promise.all(
      ids.map(async (id) =>
        (await gate.store.readStream(id)).filter(({ type }) => type === 'FindingNumbered').map(({ data }) => data),
      ),
    );
  const year = yearOfRecord(NOW.toISOString());
  const given = (...numbers: readonly number[]) => numbers.map((number) => [{ year, number }]);

  beforeEach(async () => {
    gate = new Gate([territory, finding, claim]);
    const data = { name: 'City Q', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    await gate.ask(admin, territory, city, { type: 'AddTerritory', data });
  });

  it('are one for each, of the body that recorded it', async () => {
    const ids = [await record(), await record(two), await record()] as const;
    await ask(ids[0], 1);
    await ask(ids[1], 1);
    await ask(ids[2], 2);
    expect(await numbersOf(...ids)).toEqual(given(1, 1, 2));
  });

  it('are the same whoever asks once more: after a restart, a rebuild, or from a second process', async () => {
    const ids = [await record(), await record()] as const;
    for (let round = 0; round < 2; round++) for (const [index, id] of ids.entries()) await ask(id, index + 1);
    expect(await numbersOf(...ids)).toEqual(given(1, 2));
    const third = await record();
    expect(
      (
        await gate.atOnce(
          () => ask(third, 3),
          () => ask(third, 3),
        )
      ).map(codeOf),
    ).toEqual(['recorded', 'recorded']);
    expect(await numbersOf(third)).toEqual(given(3));
  });

  it('are never given twice, nor left out, when two are given the same at one moment', async () => {
    for (let round = 0; round < 5; round++) {
      const ids = [await record(), await record()] as const;
      const first = 2 * round + 1;
      await gate.atOnce(
        () => ask(ids[0], first),
        () => ask(ids[1], first),
      );
      const numbers = (await numbersOf(...ids)).flat().map(({ number }) => Number(number));
      expect(numbers.toSorted((a, b) => a - b)).toEqual([first, first + 1]);
    }
  });
});
