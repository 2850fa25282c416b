import { labelsAfter, rowsAfter } from '#kernel/testing';
import { expect, it } from '@jest/globals';
import { aTerritory, countyPath, the } from '../../parties.examples.js';
import { territoryCard } from './territory-card.view.js';

it('shows a place with its level, its parent and its path', () => {
  const id = the('territory', 2);
  const parentId = the('territory', 1);
  const added = aTerritory({ name: 'County K1', level: 'county', parentId, path: countyPath, code: '450001' });

  expect(rowsAfter(territoryCard, id, added).get(id)).toEqual({
    id,
    name: 'County K1',
    level: 'county',
    code: '450001',
    parentId,
    parent: { id: parentId },
    path: countyPath,
    topmost: false,
    validFrom: '2000-01-01T00:00:00.000Z',
  });
});

it('knows a place that lies in no other', () => {
  const id = the('territory', 1);
  expect(rowsAfter(territoryCard, id, aTerritory({})).get(id)?.topmost).toBe(true);
});

it('lets everybody look up places', () => {
  expect(territoryCard.owner).toBe('directory');
});

it('is called by its names in both languages, by the one on record where it has no English one', () => {
  const id = the('territory', 2);
  const put = (data: object) => ({ type: 'TerritoryCorrected', data: { ...data, reason: 'sealed' } }) as const;
  const called = (...after: readonly ReturnType<typeof put>[]) =>
    labelsAfter(territoryCard, id, aTerritory({ name: 'Q市', nameEn: 'City Q' }), ...after);
  expect(labelsAfter(territoryCard, id, aTerritory({ name: 'Q市' }))).toEqual([{ en: 'Q市', zh: 'Q市' }]);
  expect(called()).toEqual([{ en: 'City Q', zh: 'Q市' }]);
  expect(called(put({ code: '450002' }))).toEqual([{ en: 'City Q', zh: 'Q市' }]);
  expect(called(put({ nameEn: 'Q' }))).toEqual([{ en: 'Q', zh: 'Q市' }]);
  expect(called(put({ name: 'R市' }))).toEqual([{ en: 'R市', zh: 'R市' }]);
  expect(called(put({ name: 'R市', nameEn: 'R' }))).toEqual([{ en: 'R', zh: 'R市' }]);
});

it('F9: shows an entry as it was put right', () => {
  const id = the('territory', 2);
  const corrected = { type: 'TerritoryCorrected', data: { code: '450002', reason: 'sealed' } } as const;
  const row = rowsAfter(territoryCard, id, aTerritory({ code: '450001' }), corrected).get(id);
  expect(row).toMatchObject({ name: 'City Q', code: '450002' });
});
