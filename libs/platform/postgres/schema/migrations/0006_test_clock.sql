-- The clock of a log that was made for stories and trials. Without a row, as in every log of real work, the time of recording is that
-- of the database. The owner may set a beginning while the log is empty; the row then stays, and says for good what kind of log it is.
CREATE TABLE log.test_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  began_at timestamptz(3) NOT NULL,
  -- What it showed when it was last set or run ahead, and what the database's own clock showed then.
  shows timestamptz(3) NOT NULL,
  at timestamptz NOT NULL
);

-- Only the owner of the log is granted this.
CREATE FUNCTION log.start_test_clock(p_from timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(5419300915);
  IF EXISTS (SELECT FROM log.event) THEN
    RAISE EXCEPTION 'the log holds events: its clock cannot be set any more' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF (p_from BETWEEN '1949-10-01T00:00:00+08:00' AND clock_timestamp()) IS NOT TRUE THEN
    RAISE EXCEPTION 'the clock of a log begins between 1949-10-01 and now' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO log.test_clock (began_at, shows, at)
  VALUES (date_trunc('milliseconds', p_from), date_trunc('milliseconds', p_from), clock_timestamp())
  ON CONFLICT (only_row) DO UPDATE SET began_at = excluded.began_at, shows = excluded.shows, at = excluded.at;
END $$;

-- What the clock shows, or null where the log has none of its own: it goes at the real speed, and no event lies ahead of it.
CREATE FUNCTION log.test_time() RETURNS timestamptz
LANGUAGE sql VOLATILE SET search_path = '' AS $$
  SELECT date_trunc('milliseconds', greatest(c.shows + (clock_timestamp() - c.at),
    (SELECT e.recorded_at FROM log.event e ORDER BY e.position DESC LIMIT 1)))
  FROM log.test_clock c
$$;

-- As in 0001_log.sql, but that each append may have a time of its own where the log has a clock of its own.
CREATE OR REPLACE FUNCTION log.append_events(
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[], p_counts integer[],
  p_types text[], p_event_ids uuid[], p_payloads json[], p_before text[], p_after text[]
) RETURNS TABLE (outcomes text[], revisions bigint[], positions bigint[])
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
AS $$
DECLARE
  next_position bigint;
  now_at timestamptz;
  -- What the log's own clock shows, where it has one, and whether it is run ahead.
  shown_at timestamptz;
  claimed_at timestamptz;
  is_ahead boolean := false;
  first_event integer := 1;
  -- Of each append: when it is recorded.
  times timestamptz[];
  texts text[];
  -- Of each event: the number of its append, and its place in it from 0.
  owners integer[] := '{}';
  indexes integer[] := '{}';
  -- Of each append: the hash under its key, and how many events its stream holds.
  earlier bytea[];
  actual bigint[];
  -- Local copies are unpacked once, where a parameter would be searched from its beginning for every element.
  streams text[] := p_streams;
  hashes bytea[] := p_command_hashes;
  types text[] := p_types;
  payloads json[] := p_payloads;
  befores text[] := p_before;
  afters text[] := p_after;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append under READ COMMITTED: an older snapshot does not see what the lock waited for'
      USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(5419300915);

  SELECT e.position, e.recorded_at INTO next_position, now_at FROM log.event e ORDER BY e.position DESC LIMIT 1;
  next_position := coalesce(next_position + 1, 0);
  shown_at := log.test_time();
  now_at := greatest(coalesce(shown_at, date_trunc('milliseconds', clock_timestamp())), now_at);

  SELECT array_agg(found.hash), array_agg(found.events) INTO earlier, actual
  FROM (
    SELECT (SELECT e.command_hash FROM log.event e WHERE e.command_key = p_command_keys[n] AND e.command_index = 0) AS hash,
      (SELECT e.revision + 1 FROM log.event e WHERE e.stream = streams[n] ORDER BY e.revision DESC LIMIT 1) AS events
    FROM generate_series(1, cardinality(p_counts)) AS n
  ) AS found;

  FOR n IN 1 .. cardinality(p_counts) LOOP
    revisions[n] := coalesce(actual[n], 0);
    outcomes[n] := CASE
      WHEN earlier[n] = hashes[n] THEN 'repeated'
      WHEN earlier[n] IS NOT NULL THEN 'reused'
      WHEN revisions[n] IS DISTINCT FROM p_expected[n] THEN 'conflict'
      ELSE 'appended'
    END;
    positions[n] := CASE WHEN outcomes[n] = 'appended' THEN next_position END;
    IF outcomes[n] = 'appended' THEN
      next_position := next_position + p_counts[n];
      -- The log's own clock runs ahead to what lies ahead of it, but never beyond the present.
      IF shown_at IS NOT NULL THEN
        claimed_at := substring(befores[first_event] FROM '"occurredAt":"([^"]+)"')::timestamptz;
        IF claimed_at > now_at AND claimed_at <= clock_timestamp() THEN
          now_at := claimed_at;
          is_ahead := true;
        END IF;
      END IF;
    END IF;
    times[n] := now_at;
    texts[n] := to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    first_event := first_event + p_counts[n];
    FOR i IN 0 .. p_counts[n] - 1 LOOP
      owners := owners || n;
      indexes := indexes || i;
    END LOOP;
  END LOOP;
  IF (1 <= ALL (p_counts)) IS NOT TRUE OR cardinality(owners) <> cardinality(p_types) THEN
    RAISE EXCEPTION 'the batch announces % events and holds %', cardinality(owners), cardinality(p_types)
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  IF is_ahead THEN
    UPDATE log.test_clock SET shows = now_at, at = clock_timestamp();
  END IF;

  -- Canonical JSON sorts its names and escapes quotes inside texts, so these pieces can only be the fields they look like.
  INSERT INTO log.event
    (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  SELECT positions[r.append] + r.index, r.stream, r.revision, r.type, r.id,
    p_command_keys[r.append], r.index, CASE WHEN r.index = 0 THEN hashes[r.append] END, times[r.append], r.payload,
    CASE WHEN octet_length(r.entry) <= 65535 AND r.entry LIKE format(
        '{%%,"eventId":"%s",%%"payloadSha256":"%s",%%"recordedAt":"%s","schemaVersion":%%,"stream":"%s","streamVersion":%s,%%"type":"%s"}',
        r.id, encode(sha256(convert_to(r.payload::text, 'UTF8')), 'hex'), texts[r.append], r.stream, r.revision + 1, r.type)
      THEN convert_to(r.entry, 'UTF8')
      ELSE log.refuse_entry(r.stream, positions[r.append] + r.index) END
  FROM (
    SELECT owners[i] AS append, indexes[i] AS index, streams[owners[i]] AS stream,
      p_expected[owners[i]] + indexes[i] AS revision, types[i] AS type, p_event_ids[i] AS id,
      payloads[i] AS payload, befores[i] || texts[owners[i]] || afters[i] AS entry
    FROM generate_series(1, cardinality(owners)) i
    WHERE positions[owners[i]] IS NOT NULL
    OFFSET 0
  ) AS r;
  RETURN NEXT;
END $$;

REVOKE ALL ON FUNCTION log.start_test_clock, log.test_time FROM PUBLIC;
GRANT SELECT ON log.test_clock TO :app_role;
GRANT EXECUTE ON FUNCTION log.test_time TO :app_role;
