-- A view may have several tables at one version: the one that is read, one that is being built beside it, and the one that was
-- read before. Each has a line of its own here, and parked streams of its own. What is there already is build 0, and is read.
ALTER TABLE view.checkpoint
  ADD COLUMN build integer NOT NULL DEFAULT 0,
  -- building: being filled; whoever finds it goes on. ready: filled, not read yet. serving: what readers see.
  -- former: was read before; kept up to date, so that going back takes an instant.
  ADD COLUMN state text NOT NULL DEFAULT 'serving' CHECK (state IN ('building', 'ready', 'serving', 'former')),
  -- What an operator wants of a former one: to be read again, or to go. Whoever follows does it.
  ADD COLUMN asked text CHECK (asked IN ('serve', 'drop')),
  DROP COLUMN complete,
  DROP CONSTRAINT checkpoint_pkey,
  ADD PRIMARY KEY (follower, version, build);
CREATE UNIQUE INDEX checkpoint_serving ON view.checkpoint (follower, version) WHERE state = 'serving';
CREATE UNIQUE INDEX checkpoint_new ON view.checkpoint (follower, version) WHERE state IN ('building', 'ready');

ALTER TABLE view.parked
  ADD COLUMN build integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT parked_pkey,
  ADD PRIMARY KEY (follower, version, build, stream);
