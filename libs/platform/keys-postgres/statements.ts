const USED = 'wrapped IS NOT NULL AND is_first';

/** Gives streams that have none a key each: ids, streams and wrapped keys. Of two that are made at once the first one counts. */
export const MAKE = `INSERT INTO sifang_keys.data_key (id, stream, wrapped)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) ON CONFLICT (stream) WHERE ${USED} DO NOTHING`;

export const OF_STREAMS = `SELECT id, stream, wrapped FROM sifang_keys.data_key WHERE stream = ANY ($1) AND ${USED}`;

export const BY_IDS = `SELECT id, stream, wrapped FROM sifang_keys.data_key WHERE id = ANY ($1)`;

export const ERASE = `UPDATE sifang_keys.data_key SET wrapped = NULL, erased_at = $2
  WHERE stream = $1 AND wrapped IS NOT NULL RETURNING id`;

/** Every key after one id, in the order of their ids. */
export const EVERY = `SELECT id, stream, wrapped, erased_at FROM sifang_keys.data_key WHERE id > $1 ORDER BY id LIMIT $2`;

/** Every key of some streams, whole or erased. */
export const KEPT_OF = `SELECT id, stream, wrapped, erased_at FROM sifang_keys.data_key WHERE stream = ANY ($1) ORDER BY id`;

/** Takes keys over, in their order: ids, streams, wrapped keys or null, and when they were erased or null. */
export const TAKE_OVER = `
  INSERT INTO sifang_keys.data_key AS mine (id, stream, wrapped, erased_at, is_first)
  SELECT k.id, k.stream, k.wrapped, k.erased_at,
    row_number() OVER (PARTITION BY k.stream, k.wrapped IS NULL ORDER BY k.place) = 1
      AND NOT EXISTS (SELECT FROM sifang_keys.data_key d WHERE d.stream = k.stream AND d.id <> k.id AND d.wrapped IS NOT NULL AND d.is_first)
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) WITH ORDINALITY AS k(id, stream, wrapped, erased_at, place)
  ON CONFLICT (id) DO UPDATE SET wrapped = NULL, erased_at = excluded.erased_at
  WHERE excluded.wrapped IS NULL AND mine.wrapped IS NOT NULL`;
