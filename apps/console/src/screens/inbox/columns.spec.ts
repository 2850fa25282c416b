import { describe, expect, it } from '@jest/globals';
import { columnOf, reasonsIn, returnOf } from './columns';

const person = { id: 'person-x', label: null };
const fix = { completionReportedAt: null, planReturn: null, closeOutRefusal: null, verifications: [] };
const reported = { ...fix, completionReportedAt: '2022-04-10T00:00:00Z' };
const at = (status: string, rectification: Parameters<typeof columnOf>[0]['rectification'] = fix) => ({
  status,
  rectification,
});

describe('the inbox of a unit', () => {
  it('has what is to be acknowledged, what is to be done, and what came back', () => {
    const all = [
      at('ordered'),
      at('acknowledged'),
      at('inRectification'),
      at('planReturned'),
      at('inRectification', reported),
    ];
    expect(all.map(columnOf)).toEqual(['acknowledge', 'todo', 'todo', 'returned', 'returned']);
  });

  it('says why by whoever last sent it back', () => {
    const failed = { at: '2022-04-12T00:00:00Z', passed: false, note: 'the night shift', person };
    const refused = { at: '2022-04-14T00:00:00Z', reason: 'no start date', person };
    expect(returnOf(at('inRectification', { ...reported, verifications: [failed] }))?.reason).toBe('the night shift');
    const both = { ...reported, verifications: [failed], closeOutRefusal: refused };
    expect(returnOf(at('inRectification', both))?.reason).toBe('no start date');
    expect(returnOf(at('inRectification', { ...fix, verifications: [failed] }))).toBeUndefined();
  });

  it('takes each line for one reason', () => {
    expect(reasonsIn('1. the night shift\n\n2、no start date\nsigned by nobody')).toEqual([
      ...['the night shift', 'no start date', 'signed by nobody'],
    ]);
  });
});
