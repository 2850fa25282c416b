-- Read models: everything here can be thrown away and folded again from the log.
CREATE SCHEMA view;
GRANT USAGE, CREATE ON SCHEMA view TO :app_role;

-- How far each follower has come. Views and policies only ever move their own line, and only from where they left it.
CREATE TABLE view.checkpoint (
  -- A view's name, or '$policies'.
  follower text NOT NULL,
  version integer NOT NULL,
  -- Whose positions these are: a checkpoint of another log means nothing.
  log text NOT NULL,
  -- The last position that was folded; null at the start.
  position bigint,
  table_name text,
  -- Whether it has ever caught up with the log: from then on, tables of earlier versions are not needed.
  complete boolean NOT NULL DEFAULT false,
  PRIMARY KEY (follower, version)
);

-- Streams that a follower cannot read or fold: held back from this position on, while the others go on.
CREATE TABLE view.parked (
  follower text NOT NULL,
  version integer NOT NULL,
  stream text NOT NULL,
  position bigint NOT NULL,
  error text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  -- Somebody asked to try again.
  retry boolean NOT NULL DEFAULT false,
  PRIMARY KEY (follower, version, stream)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON view.checkpoint, view.parked TO :app_role;
