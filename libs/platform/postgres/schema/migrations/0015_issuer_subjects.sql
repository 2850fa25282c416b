-- Whom an issuer of OpenID Connect knows by which account: who came first, and nobody else since. The subject is kept as a digest.
CREATE TABLE sign_in.issuer_subject (
  issuer text NOT NULL,
  account uuid NOT NULL,
  subject bytea NOT NULL,
  -- How often the log had said, when this was kept, that the account is free again: it counts while that stands.
  unpinned integer NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (issuer, account),
  UNIQUE (issuer, subject)
);
GRANT SELECT, INSERT, DELETE ON sign_in.issuer_subject TO :app_role;
