/**
 * What keys are kept in: a schema of its own, made by the role that uses it, in a database that is best another one than the log's, as
 * their backups expire at different times. A key that was erased leaves its id, its stream and when that was.
 */
export const KEY_SCHEMA = `
  SELECT pg_advisory_xact_lock(hashtextextended('sifang keys', 0));
  CREATE SCHEMA IF NOT EXISTS sifang_keys;
  CREATE TABLE IF NOT EXISTS sifang_keys.store (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    id uuid NOT NULL
  );
  CREATE TABLE IF NOT EXISTS sifang_keys.data_key (
    id uuid PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    wrapped text,
    erased_at timestamptz,
    -- Of several keys that a store in files once made for one stream, the one that is used.
    is_first boolean NOT NULL DEFAULT true,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX IF NOT EXISTS one_key_for_each_stream ON sifang_keys.data_key (stream) WHERE wrapped IS NOT NULL AND is_first;
  CREATE INDEX IF NOT EXISTS keys_of_a_stream ON sifang_keys.data_key (stream);
`;
