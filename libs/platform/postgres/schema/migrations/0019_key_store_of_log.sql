-- Which store holds the keys of which log: the first that was there when the log was used, for good.
CREATE TABLE log.key_store (
  log text PRIMARY KEY,
  store uuid NOT NULL,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Takes a store for the log's own unless there is one already; answers which one it is.
CREATE FUNCTION log.own_key_store(p_log text, p_store uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO log.key_store (log, store) VALUES (p_log, p_store) ON CONFLICT DO NOTHING;
  RETURN (SELECT k.store FROM log.key_store k WHERE k.log = p_log);
END $$;

REVOKE ALL ON FUNCTION log.own_key_store FROM PUBLIC;
GRANT SELECT ON log.key_store TO :app_role;
GRANT EXECUTE ON FUNCTION log.own_key_store TO :app_role;
