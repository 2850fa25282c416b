import { codeOf, type Item } from './item';

const partOf = (item: Item) => {
  const { sequence, savedAt, standing, entered, photos, failure, commandId } = item;
  const files = photos.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  return { ...{ code: codeOf(item), sequence, savedAt, standing, commandId }, ...entered, photos: files, failure };
};

/** Gives what is unsent as a file, in plain JSON: text and digests, no pictures. */
export const exportQueue = (items: readonly Item[]): void => {
  const text = JSON.stringify({ kind: 'sifang-field-queue', findings: items.map(partOf) }, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'sifang-queue.json';
  link.click();
  URL.revokeObjectURL(address);
};
