-- By what an issuer knows a session for which it vouched, so that it can say when that has ended: digests. Null for who came by a password.
ALTER TABLE sign_in.session
  ADD COLUMN issuer_subject bytea,
  ADD COLUMN issuer_session bytea;
CREATE INDEX session_issuer_subject ON sign_in.session (issuer_subject) WHERE issuer_subject IS NOT NULL;
CREATE INDEX session_issuer_session ON sign_in.session (issuer_session) WHERE issuer_session IS NOT NULL;
