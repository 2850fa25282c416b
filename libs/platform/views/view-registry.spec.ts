import { named } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { aBox, boxCard, boxEvents, shelfBoard, shelfTraffic } from '../../../test/support/boxes.js';
import { ViewRegistry } from './view-registry.js';

describe('the views of a program', () => {
  it('are found by the kind of stream that they stand for', () => {
    const card = boxCard();
    const views = new ViewRegistry([card, shelfBoard()]);
    const box = aBox();

    expect(views.subjectOf('box')).toBe(card);
    expect([...views.bySubject([box, box, 'crate-1'])]).toEqual([[card, [box]]]);
    expect(views.standing([box, 'crate-1'])).toEqual([box]);
  });

  it.each([
    ['two of one name', [boxCard(), { ...boxCard(), subject: undefined }]],
    ['two that stand for one kind', [boxCard(), { ...boxCard(), name: 'other' }]],
    ['a name that no table can have', [{ ...boxCard(), name: 'Box"Card' }]],
    ['a name that is too long for a table', [{ ...boxCard(), name: 'b'.repeat(41) }]],
    ['of no kind', [{ ...boxCard(), of: [] }]],
    ['of one kind twice', [{ ...boxCard(), of: [boxEvents, boxEvents] }]],
    ['the subject of several kinds', [{ ...shelfTraffic(), subject: { label: () => named('') } }]],
    ['a version that does not count', [{ ...boxCard(), version: 0 }]],
    ['an index on what is no field', [{ ...shelfBoard(), indexes: ["a') --"] }]],
  ])('cannot be %s', (_, views) => {
    expect(() => new ViewRegistry(views as never)).toThrow(/view/);
  });

  it('must be registered to be read', () => {
    expect(() => new ViewRegistry([]).require(boxCard())).toThrow('not registered');
  });
});
