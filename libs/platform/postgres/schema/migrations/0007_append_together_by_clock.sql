-- As in 0003_append_together.sql, but that where the log has a clock of its own (0006), log.append_events gives out the times.
CREATE OR REPLACE FUNCTION log.append_together(
  p_streams text[], p_expected bigint[], p_command_keys uuid[], p_command_hashes bytea[], p_owners integer[], p_indexes integer[],
  p_types text[], p_event_ids uuid[], p_payloads json[], p_before text[], p_after text[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
AS $$
DECLARE
  first_position bigint;
  now_at timestamptz;
  now_text text;
  is_plain boolean;
  -- An assignment takes the lock for less than a statement of its own does.
  is_locked boolean;
BEGIN
  is_locked := pg_advisory_xact_lock(5419300915) IS NOT NULL;

  -- In an empty log there is no row, and on an older snapshot nothing is plain. The look-ups are no EXISTS, because a plan made for
  -- a young log would hash the whole log for it, and be kept.
  SELECT last.position + 1, greatest(date_trunc('milliseconds', clock_timestamp()), last.recorded_at),
    current_setting('transaction_isolation') = 'read committed' AND (SELECT c.only_row FROM log.test_clock c) IS NULL AND NOT EXISTS (
      SELECT FROM unnest(p_streams, p_expected, p_command_keys) AS a(stream, expected, key)
      WHERE coalesce((SELECT e.revision + 1 FROM log.event e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1), 0)
          IS DISTINCT FROM a.expected
        OR (SELECT e.position FROM log.event e WHERE e.command_key = a.key AND e.command_index = 0) IS NOT NULL)
  INTO first_position, now_at, is_plain
  FROM log.event last ORDER BY last.position DESC LIMIT 1;
  IF is_plain IS NOT TRUE THEN
    RETURN NULL;
  END IF;

  now_text := to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  INSERT INTO log.event
    (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  SELECT first_position + r.place - 1, r.stream, r.revision, r.type, r.id,
    r.key, r.index, CASE WHEN r.index = 0 THEN r.hash END, now_at, r.payload,
    -- The events of an append stand in their order, beginning with 0, and the entry says what the columns say.
    CASE WHEN (r.index = 0 OR (p_owners[r.place - 1] = r.owner AND p_indexes[r.place - 1] = r.index - 1))
        AND octet_length(r.entry) <= 65535
        AND r.entry LIKE format(
          '{%%,"eventId":"%s",%%"payloadSha256":"%s",%%"recordedAt":"%s","schemaVersion":%%,"stream":"%s","streamVersion":%s,%%"type":"%s"}',
          r.id, encode(sha256(convert_to(r.payload::text, 'UTF8')), 'hex'), now_text, r.stream, r.revision + 1, r.type)
      THEN convert_to(r.entry, 'UTF8')
      ELSE log.refuse_entry(r.stream, first_position + r.place - 1) END
  FROM (
    SELECT e.place, e.owner, e.index, e.type, e.id, e.payload, e.before || now_text || e.after AS entry,
      p_streams[e.owner] AS stream, p_expected[e.owner] + e.index AS revision,
      p_command_keys[e.owner] AS key, p_command_hashes[e.owner] AS hash
    FROM unnest(p_owners, p_indexes, p_types, p_event_ids, p_payloads, p_before, p_after)
      WITH ORDINALITY AS e(owner, index, type, id, payload, before, after, place)
    OFFSET 0
  ) AS r;
  RETURN first_position;
END $$;

CREATE OR REPLACE FUNCTION log.append_one(
  p_stream text, p_expected bigint, p_command_key uuid, p_command_hash bytea,
  p_type text, p_event_id uuid, p_payload json, p_before text, p_after text
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
AS $$
DECLARE
  next_position bigint;
  now_at timestamptz;
  now_text text;
  is_plain boolean;
  is_locked boolean;
BEGIN
  is_locked := pg_advisory_xact_lock(5419300915) IS NOT NULL;

  SELECT last.position + 1, greatest(date_trunc('milliseconds', clock_timestamp()), last.recorded_at),
    current_setting('transaction_isolation') = 'read committed'
    AND (SELECT c.only_row FROM log.test_clock c) IS NULL
    AND coalesce((SELECT e.revision + 1 FROM log.event e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1), 0) = p_expected
    AND (SELECT e.position FROM log.event e WHERE e.command_key = p_command_key AND e.command_index = 0) IS NULL
  INTO next_position, now_at, is_plain
  FROM log.event last ORDER BY last.position DESC LIMIT 1;
  IF is_plain IS NOT TRUE THEN
    RETURN NULL;
  END IF;

  now_text := to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  INSERT INTO log.event
    (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  SELECT next_position, p_stream, p_expected, p_type, p_event_id, p_command_key, 0, p_command_hash, now_at, p_payload,
    CASE WHEN octet_length(e.entry) <= 65535 AND e.entry LIKE format(
        '{%%,"eventId":"%s",%%"payloadSha256":"%s",%%"recordedAt":"%s","schemaVersion":%%,"stream":"%s","streamVersion":%s,%%"type":"%s"}',
        p_event_id, encode(sha256(convert_to(p_payload::text, 'UTF8')), 'hex'), now_text, p_stream, p_expected + 1, p_type)
      THEN convert_to(e.entry, 'UTF8')
      ELSE log.refuse_entry(p_stream, next_position) END
  FROM (SELECT p_before || now_text || p_after AS entry OFFSET 0) AS e;
  RETURN next_position;
END $$;
