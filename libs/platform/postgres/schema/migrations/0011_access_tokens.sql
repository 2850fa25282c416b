-- What programs show to act for somebody, in one post, until a day that was named. Ended ones leave no row.
CREATE TABLE sign_in.access_token (
  -- SHA-256 of what the program holds.
  digest bytea PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  account uuid NOT NULL,
  name text NOT NULL,
  scope text NOT NULL,
  -- The roles that it may be used with, and the grants that it was made on: it ends when one of these does.
  roles text[] NOT NULL,
  rests_on text[] NOT NULL,
  post uuid NOT NULL,
  org uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  ends_at timestamptz(3) NOT NULL
);
CREATE INDEX access_token_account ON sign_in.access_token (account);

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.access_token TO :app_role;
