-- The log. Events enter through log.append_events and by no other way; nothing changes or removes them.
CREATE SCHEMA log;

CREATE TABLE log.identity (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO log.identity DEFAULT VALUES;

-- Only the append function writes here, and it keeps what no constraint has to check again for every event.
CREATE TABLE log.event (
  -- Dense from 0, in the order of commits.
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  event_id uuid NOT NULL,
  command_key uuid NOT NULL,
  command_index integer NOT NULL,
  -- What the command asked, kept with its first event.
  command_hash bytea,
  recorded_at timestamptz(3) NOT NULL,
  -- json keeps the text as it was sent: its bytes are what the entry's digest is about.
  data json NOT NULL,
  entry bytea NOT NULL,
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
--   appended  its revision and its position are those of its first event; the others follow without a gap
--   conflict  the stream holds that many events, not the expected number; nothing written for this one
--   repeated  the log holds this command; nothing written
--   reused    the log holds another command under this key; nothing written
-- The first five arrays speak of appends; the others of their events, one append after the other, as many as p_counts says. No
-- stream and no key may come twice in a batch. Revision, position, index and time are given out here, under one lock that every
-- writer takes, and an entry that does not carry exactly these, its id, its type and the digest of its payload is refused with the
-- whole batch. What is not checked, because only the application knows it or it would be dear: who asks (actor, capacity, times
-- claimed), whether the command key and the event ids derive from the command, and whether the rest of the entry is canonical
-- JSON that says nothing twice. An auditor recomputes those.
-- Few statements with arrays in them, because starting a statement costs more than a row does.
CREATE FUNCTION log.append_events(
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[], p_counts integer[],
  p_types text[], p_event_ids uuid[], p_payloads json[], p_before text[], p_after text[]
) RETURNS TABLE (outcomes text[], revisions bigint[], positions bigint[])
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
AS $$
DECLARE
  next_position bigint;
  now_at timestamptz;
  now_text text;
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
  now_at := greatest(date_trunc('milliseconds', clock_timestamp()), now_at);
  now_text := to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

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
    END IF;
    FOR i IN 0 .. p_counts[n] - 1 LOOP
      owners := owners || n;
      indexes := indexes || i;
    END LOOP;
  END LOOP;
  IF (1 <= ALL (p_counts)) IS NOT TRUE OR cardinality(owners) <> cardinality(p_types) THEN
    RAISE EXCEPTION 'the batch announces % events and holds %', cardinality(owners), cardinality(p_types)
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Canonical JSON sorts its names and escapes quotes inside texts, so these pieces can only be the fields they look like.
  INSERT INTO log.event
    (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  SELECT positions[r.append] + r.index, r.stream, r.revision, r.type, r.id,
    p_command_keys[r.append], r.index, CASE WHEN r.index = 0 THEN hashes[r.append] END, now_at, r.payload,
    CASE WHEN octet_length(r.entry) <= 65535 AND r.entry LIKE format(
        '{%%,"eventId":"%s",%%"payloadSha256":"%s",%%"recordedAt":"%s","schemaVersion":%%,"stream":"%s","streamVersion":%s,%%"type":"%s"}',
        r.id, encode(sha256(convert_to(r.payload::text, 'UTF8')), 'hex'), now_text, r.stream, r.revision + 1, r.type)
      THEN convert_to(r.entry, 'UTF8')
      ELSE log.refuse_entry(r.stream, positions[r.append] + r.index) END
  FROM (
    SELECT owners[i] AS append, indexes[i] AS index, streams[owners[i]] AS stream,
      p_expected[owners[i]] + indexes[i] AS revision, types[i] AS type, p_event_ids[i] AS id,
      payloads[i] AS payload, befores[i] || now_text || afters[i] AS entry
    FROM generate_series(1, cardinality(owners)) i
    WHERE positions[owners[i]] IS NOT NULL
    OFFSET 0
  ) AS r;
  RETURN NEXT;
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
