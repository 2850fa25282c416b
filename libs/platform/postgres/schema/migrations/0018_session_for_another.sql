-- Whose post it is that somebody chose, where they stand in for another; null for a post of their own.
ALTER TABLE sign_in.session ADD COLUMN on_behalf_of uuid;
