-- Appends that rest on more streams than their own: they are recorded only if those still hold as many events as were read. What ends a
-- right is an event like any other, so nothing is recorded after it that rested on the right.

-- Which appends of a batch rest on something that has changed, or that an earlier append of the same batch is about to change.
CREATE FUNCTION log.stale(p_streams text[], p_relying integer[], p_relied text[], p_counts bigint[]) RETURNS integer[]
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r.relying), '{}')
  FROM unnest(p_relying, p_relied, p_counts) AS r(relying, stream, events)
  WHERE coalesce((SELECT e.revision + 1 FROM log.event e WHERE e.stream = r.stream ORDER BY e.revision DESC LIMIT 1), 0)
      IS DISTINCT FROM r.events
    OR r.stream = ANY (p_streams[1 : r.relying - 1])
$$;

-- As log.append_together; null, too, where one of the appends rests on something that has changed.
CREATE FUNCTION log.append_together_relying(
  p_relying integer[], p_relied text[], p_relied_events bigint[],
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[], p_owners integer[], p_indexes integer[],
  p_types text[], p_event_ids uuid[], p_payloads json[], p_before text[], p_after text[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  is_locked boolean;
BEGIN
  -- The same lock as below: what is seen now stays until all is written. Looking again needs a snapshot that is taken after it.
  is_locked := pg_advisory_xact_lock(5419300915) IS NOT NULL;
  IF current_setting('transaction_isolation') <> 'read committed'
    OR log.stale(p_streams, p_relying, p_relied, p_relied_events) <> '{}' THEN
    RETURN NULL;
  END IF;
  RETURN log.append_together(p_streams, p_expected, p_command_keys, p_command_hashes, p_owners, p_indexes,
    p_types, p_event_ids, p_payloads, p_before, p_after);
END $$;

-- As log.append_events; an append that rests on something that has changed is a conflict, although its own stream is as expected.
CREATE FUNCTION log.append_events_relying(
  p_relying integer[], p_relied text[], p_relied_events bigint[],
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[], p_counts integer[],
  p_types text[], p_event_ids uuid[], p_payloads json[], p_before text[], p_after text[]
) RETURNS TABLE (outcomes text[], revisions bigint[], positions bigint[])
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  is_locked boolean;
  expected bigint[] := p_expected;
  n integer;
BEGIN
  is_locked := pg_advisory_xact_lock(5419300915) IS NOT NULL;
  FOREACH n IN ARRAY log.stale(p_streams, p_relying, p_relied, p_relied_events) LOOP
    -- No stream holds as many.
    expected[n] := -1;
  END LOOP;
  RETURN QUERY SELECT * FROM log.append_events(p_streams, expected, p_command_keys, p_command_hashes, p_counts,
    p_types, p_event_ids, p_payloads, p_before, p_after);
END $$;

REVOKE ALL ON FUNCTION log.stale, log.append_together_relying, log.append_events_relying FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.append_together_relying, log.append_events_relying TO :app_role;
