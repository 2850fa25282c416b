-- A service account is kept as a token is, found by the digest of its public name; it shows short tokens that it gets for its secret.
ALTER TABLE sign_in.access_token
  -- Argon2id, in the PHC string format. Null where the token itself is what is shown.
  ADD COLUMN secret text;
