-- The log. Events enter through log.append_events and by no other way; nothing changes or removes them.
CREATE SCHEMA log;

CREATE TABLE log.identity (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO log.identity DEFAULT VALUES;

CREATE TABLE log.event (
  -- Dense from 0, in the order of commits.
  position bigint PRIMARY KEY CHECK (position >= 0),
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL CHECK (revision >= 0),
  type text COLLATE "C" NOT NULL,
  event_id uuid NOT NULL,
  command_key uuid NOT NULL,
  command_index integer NOT NULL CHECK (command_index >= 0),
  -- What the command asked, kept with its first event.
  command_hash bytea CHECK ((command_hash IS NOT NULL) = (command_index = 0)),
  recorded_at timestamptz(3) NOT NULL,
  -- json keeps the text as it was sent: its bytes are what the entry's digest is about.
  data json NOT NULL,
  entry bytea NOT NULL CHECK (octet_length(entry) <= 65535),
  UNIQUE (stream, revision),
  UNIQUE (command_key, command_index)
);

CREATE FUNCTION log.refuse_entry(of_stream text, at_position bigint) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'an entry for % at position % does not say what its columns say', of_stream, at_position
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Writes a batch of appends, one command each, and answers each in the order given:
--   appended  at_revision and at_position are those of its first event; the others follow without a gap
--   conflict  the stream holds at_revision events, not the expected number; nothing written for this one
--   repeated  the log holds this command; nothing written
--   reused    the log holds another command under this key; nothing written
-- The first four arrays speak of appends; the others of events, in order, each naming its append by number from 1. No stream and no
-- key may come twice in a batch. Revision, position, index and time are given out here, under one lock that every writer takes, and
-- an entry that does not carry exactly these, its id, its type and the digest of its payload is refused with the whole batch.
-- What is not checked here, because only the application knows it: who asks (actor, capacity, times claimed), whether the command
-- key and the event ids derive from the command, and whether the entry's text is canonical. The auditor recomputes those.
CREATE FUNCTION log.append_events(
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[],
  p_appends integer[], p_types text[], p_event_ids uuid[], p_payloads json[], p_before bytea[], p_after bytea[]
) RETURNS TABLE (outcome text, at_revision bigint, at_position bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
-- The plans are the same for every batch, and never a scan of the whole log, whatever the statistics say of a young table.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  head bigint;
  now_at timestamptz;
  now_text text;
  answers text[];
  actuals bigint[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append under READ COMMITTED: an older snapshot does not see what the lock waited for'
      USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(5_419_300_915);

  SELECT e.position, e.recorded_at INTO head, now_at FROM log.event e ORDER BY e.position DESC LIMIT 1;
  head := coalesce(head, -1);
  now_at := greatest(date_trunc('milliseconds', clock_timestamp()), now_at);
  now_text := to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

  SELECT
    array_agg(
      CASE
        WHEN asked.earlier = asked.hash THEN 'repeated'
        WHEN asked.earlier IS NOT NULL THEN 'reused'
        WHEN asked.actual IS DISTINCT FROM asked.expected THEN 'conflict'
        ELSE 'appended'
      END ORDER BY asked.n),
    array_agg(asked.actual ORDER BY asked.n)
    INTO answers, actuals
  FROM (
    SELECT a.n, a.expected, a.hash,
      (SELECT e.command_hash FROM log.event e WHERE e.command_key = a.key AND e.command_index = 0) AS earlier,
      coalesce((SELECT e.revision + 1 FROM log.event e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1), 0) AS actual
    FROM unnest(p_streams, p_expected, p_command_keys, p_command_hashes) WITH ORDINALITY AS a(stream, expected, key, hash, n)
  ) AS asked;

  RETURN QUERY
  WITH taken AS (
    SELECT u.append, u.type, u.id, u.payload, u.n,
      head + row_number() OVER (ORDER BY u.n) AS position,
      (row_number() OVER (PARTITION BY u.append ORDER BY u.n) - 1)::integer AS index,
      u.before || convert_to(now_text, 'UTF8') || u.after AS entry
    FROM unnest(p_appends, p_types, p_event_ids, p_payloads, p_before, p_after) WITH ORDINALITY
      AS u(append, type, id, payload, before, after, n)
    WHERE answers[u.append] = 'appended'
  ), read AS MATERIALIZED (
    SELECT taken.*, p_streams[taken.append] AS stream, actuals[taken.append] + taken.index AS revision,
      convert_from(taken.entry, 'UTF8')::jsonb AS envelope
    FROM taken
  ), written AS (
    INSERT INTO log.event
      (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
    SELECT r.position, r.stream, r.revision, r.type, r.id, p_command_keys[r.append], r.index,
      CASE WHEN r.index = 0 THEN p_command_hashes[r.append] END, now_at, r.payload,
      CASE WHEN r.envelope ->> 'stream' = r.stream
            AND r.envelope ->> 'streamVersion' = (r.revision + 1)::text
            AND r.envelope ->> 'type' = r.type
            AND r.envelope ->> 'eventId' = r.id::text
            AND r.envelope ->> 'recordedAt' = now_text
            AND r.envelope ->> 'payloadSha256' = encode(sha256(convert_to(r.payload::text, 'UTF8')), 'hex')
        THEN r.entry ELSE log.refuse_entry(r.stream, r.position) END
    FROM read r ORDER BY r.n
  )
  SELECT answers[a.n], actuals[a.n], first.position
  FROM generate_subscripts(answers, 1) AS a(n)
    LEFT JOIN (SELECT r.append, min(r.position) AS position FROM read r GROUP BY r.append) AS first ON first.append = a.n
  ORDER BY a.n;
END $$;

-- The position of the last event recorded at or before an instant, or null. Times never step back along the log, so halving it
-- finds the place without an index of its own.
CREATE FUNCTION log.position_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE
  low bigint := -1;
  high bigint;
  middle bigint;
BEGIN
  SELECT e.position INTO high FROM log.event e ORDER BY e.position DESC LIMIT 1;
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT e.recorded_at <= instant FROM log.event e WHERE e.position = middle) THEN
      low := middle;
    ELSE
      high := middle - 1;
    END IF;
  END LOOP;
  RETURN nullif(low, -1);
END $$;

REVOKE ALL ON FUNCTION log.refuse_entry, log.append_events, log.position_at FROM PUBLIC;
GRANT USAGE ON SCHEMA log TO :app_role;
GRANT SELECT ON log.event, log.identity TO :app_role;
GRANT EXECUTE ON FUNCTION log.append_events, log.position_at TO :app_role;
