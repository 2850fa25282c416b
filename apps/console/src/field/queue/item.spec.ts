import { describe, expect, it } from '@jest/globals';
import { anItem, aPhoto, capacity, entered } from './an-item';
import { inputOf } from './input';
import { asAnother, codeOf, isDone, isOld, mayBeChanged, received, refused, reopened, saved } from './item';

describe('a finding at the phone', () => {
  const photos = [{ ...aPhoto('a'), evidenceId: 'evidence-a' }];

  it('is sent as something new once it was refused, and says which others it is not', () => {
    const no = refused(anItem('1', { input: {}, photos }), { code: 'POSSIBLE_DUPLICATE', others: ['finding-9'] });
    const again = saved(
      asAnother(no, () => 'new'),
      { at: 'now', sequence: 7, commandId: 'other', capacity },
    );
    expect(again).toMatchObject({ standing: 'waiting', commandId: 'other', sequence: 7, photos });
    expect([again.input, again.failure, again.notDuplicateOf]).toEqual([undefined, undefined, ['finding-9']]);
    expect(again.savedAt).toBe('2022-04-01T00:00:00.000Z');
  });

  it('uploads its pictures again where the store takes them no more', () => {
    const no = refused(anItem('1', { photos }), { code: 'EVIDENCE_TOO_OLD' });
    expect(asAnother(no, () => 'new').photos).toEqual([{ ...aPhoto('a'), uploadId: 'new', evidenceId: undefined }]);
  });

  it('may be changed as long as nobody else can know of it', () => {
    const tried = anItem('1', { input: {} });
    expect([anItem('1'), tried, refused(tried, { code: 'NO' })].map(mayBeChanged)).toEqual([true, false, true]);
    expect(reopened(refused(tried, { code: 'NO' }), () => 'new')).toMatchObject({
      standing: 'draft',
      input: undefined,
    });
  });

  it('is shown for a week after its receipt, and is old after a day without one', () => {
    const now = Date.parse('2022-04-02T00:00:01.000Z');
    expect([isOld(anItem('1'), now, 24), isOld(anItem('1'), now, 25)]).toEqual([true, false]);
    const sent = received(anItem('1'), { position: '1', findingId: 'f', at: '2022-04-01T00:00:00.000Z' });
    const days = (n: number) => Date.parse('2022-04-01T00:00:01.000Z') + n * 86_400_000;
    expect([isDone(sent, days(6)), isDone(sent, days(7)), isDone(anItem('1'), days(9))]).toEqual([false, true, false]);
  });

  it('was seen when it was saved, as the log tells that, unless somebody said when', () => {
    const sent = { deviceId: 'device-1', byLog: (at: string) => at.replace('2022', '2021') };
    const photos = [{ ...aPhoto('a'), evidenceId: 'evidence-a' }];
    expect(inputOf(anItem('1', { photos }), sent)).toEqual({
      ...{ commandId: 'command 1', deviceId: 'device-1', source: 'mobile', occurredAt: '2021-04-01T00:00:00.000Z' },
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', place: '出站口' },
      ...{ territoryId: 'territory-1', description: '无人在岗', evidence: ['evidence-a'] },
    });
    const said = { ...entered, seenAt: '2022-03-31T23:00:00.000Z' };
    expect(inputOf(anItem('1', { entered: said }), sent).occurredAt).toBe('2022-03-31T23:00:00.000Z');
  });

  it('has a code that can be read out', () => {
    expect(codeOf({ id: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' })).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{2}$/);
    expect(codeOf({ id: 'ffffffff' })).not.toBe(codeOf({ id: '0fffffff' }));
  });
});
