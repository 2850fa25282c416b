-- Secrets of the moment, apart from the log: how people prove who they are, and who is signed in. Nothing here says what anybody did.
CREATE SCHEMA sign_in;

-- What somebody signs in with. The account and everything done with it stand in the log.
CREATE TABLE sign_in.credential (
  account uuid PRIMARY KEY,
  -- As it is compared: in one form, in small letters.
  name text NOT NULL UNIQUE,
  -- Argon2id, with its salt and costs, in the PHC string format. Null where somebody else vouches for the person.
  secret text,
  must_change boolean NOT NULL,
  locked_until timestamptz(3),
  changed_at timestamptz(3) NOT NULL
);

CREATE TABLE sign_in.session (
  -- SHA-256 of what the browser holds.
  digest bytea PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  account uuid NOT NULL,
  -- In which post, of which body; null until it was chosen.
  post uuid,
  org uuid,
  -- How its owner stood by the record then: it ends when that changes.
  standing text NOT NULL,
  began_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL
);
CREATE INDEX session_account ON sign_in.session (account);

-- What was tried, by whom or from where; no row says more than a digest.
CREATE TABLE sign_in.attempt (
  key bytea NOT NULL,
  at timestamptz(3) NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);
CREATE INDEX attempt_key ON sign_in.attempt (key, at);

-- What happened at the door, for those who guard it. The application adds to it and never changes it.
CREATE TABLE sign_in.security_log (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  word text NOT NULL,
  about jsonb NOT NULL
);

GRANT USAGE ON SCHEMA sign_in TO :app_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.credential, sign_in.session TO :app_role;
GRANT SELECT, INSERT, DELETE ON sign_in.attempt TO :app_role;
GRANT SELECT, INSERT ON sign_in.security_log TO :app_role;
