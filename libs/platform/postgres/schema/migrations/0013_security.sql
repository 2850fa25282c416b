-- What happened at the door and within, for those who guard it: apart from the log, and apart from the secrets of the moment.
CREATE SCHEMA security;
ALTER TABLE sign_in.security_log SET SCHEMA security;
ALTER TABLE security.security_log RENAME TO log;
CREATE INDEX log_at ON security.log (at);
GRANT USAGE ON SCHEMA security TO :app_role;

-- The application adds, reads, and has what is old removed; never what is younger than half a year, whatever it asks for.
CREATE FUNCTION security.forget(p_days integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM security.log l WHERE l.number IN (
      SELECT o.number FROM security.log o
      WHERE o.at < clock_timestamp() - make_interval(days => greatest(p_days, 184)) ORDER BY o.at LIMIT 10000
    ) RETURNING 1
  )
  SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION security.forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.forget TO :app_role;
