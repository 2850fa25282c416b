-- How much was asked in a minute, under keys that say nothing; it is of no use a moment later, so nothing is lost with a crash.
CREATE UNLOGGED TABLE security.counted (
  key bytea NOT NULL,
  minute timestamptz(0) NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (key, minute)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON security.counted TO :app_role;
