import { erasedMark, type WrappedKey } from '#platform/personal-data';

/** A key as its row says it; null where it was erased. */
export type Row = Pick<WrappedKey, 'id' | 'stream'> & { readonly wrapped: string | null };

/** The same, with when it was erased. */
export interface KeptRow extends Row {
  readonly erased_at: Date | null;
}

/** A key as every store keeps it, or what says that it was erased. */
export const asKept = ({ id, stream, wrapped, erased_at: at }: KeptRow): WrappedKey => ({
  id,
  stream,
  wrapped: wrapped ?? erasedMark(at ?? new Date(0)),
});
