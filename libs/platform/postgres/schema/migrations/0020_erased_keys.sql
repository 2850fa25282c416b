-- Which keys of which log were destroyed, and when: kept beside the log, so that an older copy of the keys brings none of them back.
CREATE TABLE log.erased_key (
  log text NOT NULL,
  key uuid NOT NULL,
  stream text COLLATE "C" NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (log, key)
);

-- Puts keys on record; what is on record already stays as it is.
CREATE FUNCTION log.record_erased_keys(p_log text, p_keys uuid[], p_streams text[], p_at timestamptz[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO log.erased_key (log, key, stream, erased_at)
  SELECT p_log, k.key, k.stream, k.at FROM unnest(p_keys, p_streams, p_at) AS k(key, stream, at)
  ON CONFLICT DO NOTHING
$$;

REVOKE ALL ON FUNCTION log.record_erased_keys FROM PUBLIC;
GRANT SELECT ON log.erased_key TO :app_role;
GRANT EXECUTE ON FUNCTION log.record_erased_keys TO :app_role;
