import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDirective, anIssue, aRequest, CITY_Y, HQ_J, the } from '../../directives.examples.js';
import { cascadeLink } from './cascade-link.view.js';

describe('the way down from a directive', () => {
  const id = the('directive');
  const parent = the('directive', 7);

  it('has a link below each of its bases once it is issued', () => {
    const link = { type: 'BasisImplemented', data: { directiveId: parent, issuer: HQ_J } } as const;
    const other = { type: 'BasisImplemented', data: { directiveId: the('directive', 8), issuer: HQ_J } } as const;
    const rows = [...rowsAfter(cascadeLink, id, aDirective(), aRequest(), anIssue(CITY_Y), link, other).values()];
    expect(rows.map(({ parentId, childId }) => [parentId, childId])).toEqual([
      [parent, id],
      [the('directive', 8), id],
    ]);
  });
});
