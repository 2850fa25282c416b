import { pathBelow, type DataOf } from '#kernel';
import { allSeen, aLog, keepsTheLaws, specification } from '#kernel/testing';
import { describe, it } from '@jest/globals';
import { anAdmin, aTerritory, cityPath, countyPath, standingCity, the } from '../parties.examples.js';
import type { TerritoryCommand } from './territory.commands.js';
import { othersWithCode } from './territory.code.js';
import { territory } from './territory.decider.js';

const id = the('territory', 2);
const add = (data: Partial<DataOf<TerritoryCommand, 'AddTerritory'>> = {}) => ({
  type: 'AddTerritory' as const,
  data: {
    name: 'County K1',
    level: 'county' as const,
    parentId: the('territory', 1),
    validFrom: '2000-01-01T00:00:00.000Z',
    ...data,
  },
});

describe('a territory', () => {
  keepsTheLaws(territory);
  const given = specification(territory, anAdmin, {
    AddTerritory: { rootPath: pathBelow('', id), parent: standingCity, sameCode: [] },
    CorrectTerritory: { sameCode: [], dependants: [] },
  });

  it('stands below its parent, and its path says so', () => {
    given()
      .when(add())
      .then({ type: 'TerritoryAdded', data: { ...add().data, path: countyPath } });
  });

  it('may be a root', () => {
    const data = { name: 'City Q', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' } as const;
    specification(territory, anAdmin, {
      AddTerritory: { rootPath: cityPath, parent: undefined, sameCode: [] },
      CorrectTerritory: { sameCode: [], dependants: [] },
    })()
      .when({ type: 'AddTerritory', data })
      .then({ type: 'TerritoryAdded', data: { ...data, path: cityPath } });
  });

  it('W2: was not there before 1949-10-01, nor is corrected to have been', () => {
    const early = '1949-09-30T15:59:59.999Z';
    const data = { name: 'City Q', level: 'city', validFrom: early } as const;
    given().when({ type: 'AddTerritory', data }).thenRefused('BEFORE_1949', 'validFrom');
    given(aTerritory())
      .when({ type: 'CorrectTerritory', data: { validFrom: early, reason: 'It was mistyped' } })
      .thenRefused('BEFORE_1949', 'validFrom');
  });

  it('carries its code as an attribute', () => {
    given()
      .when(add({ code: '450000' }))
      .then({ type: 'TerritoryAdded', data: { ...add({ code: '450000' }).data, path: countyPath } });
  });

  it('F8: has a code that no other has, when it is added and when that is corrected', () => {
    const sameCode = [the('territory', 9)];
    const around = { rootPath: pathBelow('', id), parent: standingCity, sameCode };
    given()
      .when(add({ code: '450000' }), {}, { AddTerritory: around })
      .thenRefused('CODE_TAKEN', 'code');
    given(aTerritory())
      .when(
        { type: 'CorrectTerritory', data: { code: '450000', reason: 'It was mistyped' } },
        {},
        { CorrectTerritory: { sameCode, dependants: [] } },
      )
      .thenRefused('CODE_TAKEN', 'code');
  });

  it('F8: is found by its code as it is now, or is about to be', async () => {
    const other = the('territory', 9);
    const among = (code: string | undefined, underWay = false) => {
      const log = aLog({ [other]: [{ type: 'TerritoryAdded', data: { ...add().data, path: '', code } }] });
      const laid = { by: other, seenBy: 'everybody' as const, occurredAt: anAdmin.occurredAt, underWay };
      const read = allSeen({ state: (of, stream) => log.state(of, stream), claims: () => Promise.resolve([laid]) });
      return othersWithCode(read, '45 0000', id);
    };
    expect(await among('450000')).toEqual([other]);
    expect(await among('460000')).toEqual([]);
    expect(await among('460000', true)).toEqual([other]);
  });

  it('C4: may be a development zone, which is no administrative division', () => {
    given()
      .when(add({ level: 'developmentZone' }))
      .then({ type: 'TerritoryAdded', data: { ...add({ level: 'developmentZone' }).data, path: countyPath } });
  });

  it('needs a parent that is there', () => {
    given()
      .when(add(), {}, { AddTerritory: { rootPath: pathBelow('', id), parent: { is: 'new' }, sameCode: [] } })
      .thenRefused('PARENT_NOT_FOUND', 'parentId');
  });

  it.each(['city', 'province'] as const)('is narrower than its parent, so no %s lies in a city', (level) => {
    given().when(add({ level })).thenRefused('LEVEL_NOT_BELOW_PARENT', 'level');
  });

  it('is added once', () => {
    given(aTerritory()).when(add()).thenRefused('TERRITORY_EXISTS');
  });

  it('F9: is put right where its entry was wrong, with a reason', () => {
    const correct = { type: 'CorrectTerritory', data: { code: '220102', reason: 'Mistyped' } } as const;
    given(aTerritory({ code: '220101' }))
      .when(correct)
      .then({ type: 'TerritoryCorrected', data: correct.data });
    given(aTerritory({ code: '220102' }))
      .when(correct)
      .thenRefused('NOTHING_TO_CORRECT');
    given(aTerritory())
      .when({ ...correct, data: { code: '220102' } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given().when(correct).thenRefused('TERRITORY_NOT_THERE');
  });

  it('F9: has its English name put right; beside another name it is said anew, or there is none', () => {
    const english = aTerritory({ name: 'Q市', nameEn: 'City Q' });
    const correct = (data: object) => ({ type: 'CorrectTerritory', data: { ...data, reason: 'Mistyped' } }) as const;
    const put = (data: object) => ({ type: 'TerritoryCorrected', data: { ...data, reason: 'Mistyped' } }) as const;
    given(english)
      .when(correct({ nameEn: 'Q City' }))
      .then(put({ nameEn: 'Q City' }));
    given(english)
      .when(correct({ name: 'R市', nameEn: 'City Q' }))
      .then(put({ name: 'R市', nameEn: 'City Q' }));
    given(english)
      .when(correct({ name: 'Q市', nameEn: 'City Q' }))
      .thenRefused('NOTHING_TO_CORRECT');
    const entryAfter = (data: object) => {
      const state = given(english, put(data)).state();
      return state.is === 'new' ? undefined : [state.entry.name, state.entry.nameEn];
    };
    expect(entryAfter({ code: '220102' })).toEqual(['Q市', 'City Q']);
    expect(entryAfter({ nameEn: 'Q City' })).toEqual(['Q市', 'Q City']);
    expect(entryAfter({ name: 'R市' })).toEqual(['R市', undefined]);
    expect(entryAfter({ name: 'R市', nameEn: 'City R' })).toEqual(['R市', 'City R']);
  });
});
