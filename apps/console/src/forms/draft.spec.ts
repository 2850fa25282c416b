import { describe, expect, it } from '@jest/globals';
import { asEntered, inputOf, missingIn, ON_ITS_WAY } from './draft';

const field = (name: string, type: string, isRequired: boolean, isList = false) =>
  ({ name, type, isRequired, isList, label: [name, name] }) as const;
const place = field('place', 'String', true);
const dueAt = field('dueAt', 'DateTime', false);
const told = field('subjectTold', 'Boolean', false);
const evidence = field('evidence', 'ID', true, true);
const measures = { ...field('measures', 'MeasureInput', true, true), parts: [place, dueAt] };
const count = field('count', 'Int', false);
const due = { ...field('due', 'ClauseDueInput', false), parts: [field('rule', 'DueRule', true), dueAt] };
const fields = [place, dueAt, told, evidence, measures];

describe('what was entered in a form', () => {
  it('is sent without the fields that were left empty, lists that have to be there excepted', () => {
    expect(inputOf(fields, { place: 'exit', dueAt: '', subjectTold: undefined })).toEqual({
      ...{ place: 'exit', evidence: [], measures: [] },
    });
  });

  it('is sent with its numbers, and with the fields that are made of others, unless nothing was entered in them', () => {
    const entered = { count: '3', due: { rule: 'by', dueAt: '2022-04-02T15:00' } };
    expect(inputOf([count, due], entered)).toEqual({
      count: 3,
      due: { rule: 'by', dueAt: '2022-04-02T07:00:00.000Z' },
    });
    expect(inputOf([count, due], { count: '', due: { rule: '', dueAt: '' } })).toEqual({});
    expect(missingIn([count, due], { due: { dueAt: '2022-04-02T15:00' } })).toEqual(['due.rule']);
    expect(missingIn([count, due], { due: { rule: '' } })).toEqual([]);
  });

  it('says moments by the clock of China, there and back', () => {
    expect(inputOf(fields, { dueAt: '2022-04-02T15:00' })).toMatchObject({ dueAt: '2022-04-02T07:00:00.000Z' });
    expect(inputOf(fields, { dueAt: '2022-04-02T07:00:00.001Z' })).toMatchObject({ dueAt: '2022-04-02T07:00:00.001Z' });
    expect(asEntered('2022-04-02T07:00:00.000Z')).toBe('2022-04-02T15:00');
  });

  it('is missing where it has to be there, also inside a list', () => {
    expect(missingIn(fields, { measures: [{ place: 'exit' }, {}] })).toEqual(['place', 'measures.1.place']);
    expect(missingIn(fields, { place: 'exit' })).toEqual([]);
  });

  it('is missing as long as a file has not come whole', () => {
    expect(missingIn(fields, { place: 'exit', evidence: ['evidence-1', ON_ITS_WAY] })).toEqual(['evidence']);
    expect(missingIn(fields, { place: 'exit', evidence: ['evidence-1'] })).toEqual([]);
  });
});
