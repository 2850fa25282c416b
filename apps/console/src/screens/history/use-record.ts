import type { Read } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { RECORD, recordIn, type Entry, type Subject } from './query';

/** A record as far as it has been read: the first page is shown while the others come. */
export interface ReadRecord {
  readonly entries: readonly Entry[];
  readonly subjects: readonly Subject[];
  readonly total: number;
  readonly isCut: boolean;
  readonly isWhole: boolean;
}

/** Reads a whole record, page after page; what was read before stays while it is read again, and when that fails. */
export const useRecord = (id: string): Read<ReadRecord> => {
  const read = useWhole(RECORD, { id }, recordIn);
  if (read.at !== 'read') return read;
  const { nodes, last, total, isWhole } = read.data;
  const { subjects, cut: isCut } = last;
  return { ...read, data: { entries: nodes, subjects, total: total ?? nodes.length, isCut, isWhole } };
};
