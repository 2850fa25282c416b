import type { Box } from '../../../../test/support/boxes.js';
import { accepted } from './accepted.js';
import { ListArgs } from './list-args.js';
import { narrowed, type Listed } from './narrowed.js';

const boxes: Listed<Box, 'packed'> = {
  text: { en: 'the label', zh: '标签' },
  periods: { packed: { en: 'Packed', zh: '装箱时间' } },
  dates: { packed: 'packedAt' },
  awaiting: { en: 'Only those that wait for the viewer.', zh: '仅待我办理。' },
  awaits: ({ orgId }) => [{ where: { orgs: orgId } }],
};
class BoxesArgs extends ListArgs(boxes) {}

const viewer = { actorId: 'person-1', orgId: 'organisation-1', grants: [] } as never;
const asked = (args: Partial<BoxesArgs>) =>
  narrowed(boxes, { first: 5, ...args }, viewer, { shelf: 'a', opened: undefined });
const [march, april] = ['2022-03-01T00:00:00.000Z', '2022-04-01T00:00:00.000Z'];

describe('what every list is narrowed by', () => {
  it('is nothing but its own fields when nothing is asked', () => {
    expect(asked({})).toEqual({ first: 5, where: { shelf: 'a' }, between: [] });
  });

  it('is a text, dates and what waits for the viewer', () => {
    expect(asked({ text: 'tea', packedFrom: march, packedTo: april, awaiting: 'me' })).toEqual({
      first: 5,
      where: { shelf: 'a' },
      between: [{ field: 'packedAt', from: march, to: april }],
      containing: 'tea',
      oneOf: [{ where: { orgs: 'organisation-1' } }],
    });
  });

  it('may have one end only', () => {
    expect(asked({ packedTo: april }).between).toEqual([{ field: 'packedAt', to: april }]);
  });

  it('is looked at like any other input', () => {
    const told = (sent: object) => accepted(BoxesArgs, { first: 5, ...sent }, { passOver: false });
    expect(told({ text: ' 茶 ', packedFrom: march })).toMatchObject({ text: '茶', packedFrom: march });
    for (const bad of [{ text: '' }, { packedFrom: 'March' }, { awaiting: 'others' }, { packedSince: march }]) {
      expect(told(bad)).toBeUndefined();
    }
  });
});
