-- What is due when, as timers heard it from the log: a row for each thing that was set and neither taken back nor answered. Like views, it
-- can be thrown away and folded again; what was answered before is then answered by the log as the first time.
CREATE TABLE view.due (
  timer text NOT NULL,
  -- Whose event set it, and under which key; the same key again replaces it.
  stream text NOT NULL,
  key text NOT NULL,
  -- ISO 8601, UTC, milliseconds: as text it is exact, and has the order of time.
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- What is asked for then: the kind of the decider, the stream, the command. Personal data in it is sealed as it is in the log.
  asked_kind text NOT NULL,
  asked_stream text NOT NULL,
  command json NOT NULL,
  -- The event that set it.
  cause_id uuid NOT NULL,
  cause_position bigint NOT NULL,
  correlation_id text NOT NULL,
  PRIMARY KEY (timer, stream, key)
);

-- In the order in which they are decided: the first of millions is found at once.
CREATE INDEX due_soonest ON view.due (at, stream COLLATE "C", key COLLATE "C", timer);

-- Only the application's role keeps rows here; nobody else reads them.
GRANT SELECT, INSERT, UPDATE, DELETE ON view.due TO :app_role;
