import { sha256Of } from '../digest.js';
import type { EvidenceStore, KeptFile } from './evidence-store.js';

/** How a kept file is found: as it was put there, gone, or otherwise. */
export type KeptAs = 'whole' | 'missing' | 'altered';

/** Reads all of a file and compares it with its address. Throws StoreUnavailable when nothing can be found out now. */
export const lookAtKept = async (store: EvidenceStore, address: string): Promise<KeptAs> => {
  const file = await store.open(address);
  if (!file) return 'missing';
  return (await isWhole(file, address).finally(() => file.close())) ? 'whole' : 'altered';
};

/** Whether the bytes of a file are those that its address stands for. */
export const isWhole = async (file: KeptFile, address: string): Promise<boolean> =>
  (await sha256Of(file.read(0, file.size))) === address;
