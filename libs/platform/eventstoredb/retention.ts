import { z } from 'zod';

/**
 * What an operator's tools say of a stream's life, in the last event of its metadata stream: each of these makes the server keep events
 * back from readers (kurrentdb.md 6, row 16), and a scavenge then removes them for good.
 */
const Metadata = z.looseObject({
  $maxCount: z.number().optional(),
  $maxAge: z.number().optional(),
  $tb: z.union([z.number(), z.string()]).optional(),
});

const METADATA = /^\$\$(?!\$)(.+)$/;
/** `$tb` of a stream that was deleted softly: the last revision that there can be, as far as a JSON number can say it. */
const ALL = 2 ** 63;

/** The stream that a metadata stream speaks of; undefined for all other streams, and for the system's. */
export const subjectOf = (metadataStream: string): string | undefined => METADATA.exec(metadataStream)?.[1];

/** What a stream's metadata takes away from its readers, in both languages; undefined when it takes nothing. */
export const takenBy = (data: unknown): string | undefined => {
  const { $maxCount, $maxAge, $tb } = Metadata.safeParse(data).data ?? {};
  if (Number($tb ?? 0) >= ALL)
    return 'was deleted: its events are kept back from readers 事件流已被删除，其事件不再可读';
  const found = Object.entries({ $maxCount, $maxAge, $tb }).filter(([, value]) => value !== undefined);
  if (found.length === 0 || ($tb !== undefined && Number($tb) === 0 && found.length === 1)) return undefined;
  const said = found.map(([name, value]) => `${name} ${String(value)}`).join(', ');
  return `has retention set, which removes events: ${said} 设置了保留限制，会移除事件`;
};
