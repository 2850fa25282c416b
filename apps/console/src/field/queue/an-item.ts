import type { Capacity, Entered, Item, Photo } from './item';

/** For specifications: a post, what is entered there, and what becomes of it. */
export const capacity: Capacity = { postId: 'post-1', orgId: 'organisation-1' };
export const entered: Entered = {
  ...{
    kind: 'inspection',
    place: '出站口',
    territoryId: 'territory-1',
    dutyPointId: undefined,
    class: 'inadequateControl',
  },
  ...{ description: '无人在岗', severity: 'minor', unitId: undefined, seenAt: undefined },
};
export const anItem = (id: string, part: Partial<Item> = {}): Item => ({
  ...{ id, owner: 'person-1', capacity, standing: 'waiting', entered, photos: [], commandId: `command ${id}` },
  ...{ sequence: Number(id), savedAt: '2022-04-01T00:00:00.000Z', ...part },
});
export const aPhoto = (id: string): Photo => ({ id, uploadId: `${id}0`, name: `${id}.jpg`, bytes: 3, sha256: 'ab' });
