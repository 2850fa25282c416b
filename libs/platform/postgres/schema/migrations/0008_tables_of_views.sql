-- The tables of views are the owner's, like everything else. The application's role fills them; it makes them, shows them to readers
-- and removes them by these functions alone, which put together every statement from names and numbers that they check.

-- Under this name readers find a view; with a build, one of its tables while it is not the one that is read.
CREATE FUNCTION view.table_named(p_view text, p_version integer, p_build integer DEFAULT NULL) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (p_view COLLATE "C" ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$' AND length(p_view) <= 40 AND p_version >= 1
      AND (p_build IS NULL OR p_build >= 0)) IS NOT TRUE THEN
    RAISE EXCEPTION 'no view can be called % in version %, build %', p_view, p_version, p_build
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN format('%s_v%s', p_view, p_version) || coalesce('_b' || p_build, '');
END $$;

CREATE FUNCTION view.column_for(p_field text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (p_field COLLATE "C" ~ '^[A-Za-z][A-Za-z0-9]*$' AND length(p_field) <= 60) IS NOT TRUE THEN
    RAISE EXCEPTION 'no field of a view can be called %', p_field USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN 'f_' || p_field;
END $$;

-- A view has three tables: what is true now, what ended, and every scope that some version of a row could be found under.
CREATE FUNCTION view.remove_named(p_name text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('DROP TABLE IF EXISTS view.%I, view.%I, view.%I', p_name || '_reach', p_name, p_name || '_past');
END $$;

-- Readers take these locks in the same order: one who sees the present of one table never sees the past of another.
CREATE FUNCTION view.rename_named(p_from text, p_to text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  suffix text;
BEGIN
  FOREACH suffix IN ARRAY ARRAY['_reach', '', '_past'] LOOP
    EXECUTE format('ALTER TABLE view.%I RENAME TO %I', p_from || suffix, p_to || suffix);
  END LOOP;
END $$;

-- The tables of a build with the fields that it is looked up by, in place of what is left of it. A row for each key, true from
-- position `since` on, and in `_past` one for each version that ended, true until before `until`. `born` is the position at which the
-- key appeared, and orders lists. The row itself is JSON as its fold made it: the server never takes it apart. What it is looked up by
-- stands beside it, and so does whose it is, so that access is a condition like any other; territory paths compare byte by byte, so
-- that a subtree is a range. Rows stay where they are, as they are, up to the size of a page: compressing one costs as much as
-- storing it, and is undone by every look. So far there are only the indexes that writing needs.
CREATE FUNCTION view.create_table(p_view text, p_version integer, p_build integer, p_fields text[]) RETURNS void
LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  name text := view.table_named(p_view, p_version, p_build);
  columns text;
  one record;
BEGIN
  SELECT coalesce(string_agg(format('%I text COLLATE "C", ', view.column_for(f.field)), '' ORDER BY f.place), '')
  INTO columns FROM unnest(p_fields) WITH ORDINALITY AS f(field, place);
  PERFORM view.remove_named(name);
  FOR one IN VALUES (name, format('CONSTRAINT %I PRIMARY KEY (key)', name || '_key')),
      (name || '_past', 'until bigint NOT NULL CHECK (until > since)') LOOP
    EXECUTE format(
      'CREATE TABLE view.%I (key text COLLATE "C" NOT NULL, since bigint NOT NULL, born bigint NOT NULL,
         territory text COLLATE "C" NOT NULL, orgs text[] COLLATE "C" NOT NULL, directory boolean NOT NULL, row text NOT NULL, %s %s)
         WITH (toast_tuple_target = 8160)', one.column1, columns, one.column2);
    EXECUTE format('ALTER TABLE view.%I ALTER COLUMN row SET STORAGE EXTERNAL, ALTER COLUMN row SET STATISTICS 0', one.column1);
  END LOOP;
  EXECUTE format(
    'CREATE TABLE view.%I (scope text COLLATE "C" NOT NULL, born_at bigint NOT NULL, row_key text COLLATE "C" NOT NULL)',
    name || '_reach');
END $$;

-- What reading needs. To make them once the rows are there costs less than to keep them up row by row; made twice, they stay.
CREATE FUNCTION view.create_indexes(p_view text, p_version integer, p_build integer, p_fields text[], p_lists text[]) RETURNS void
LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  name text := view.table_named(p_view, p_version, p_build);
  one record;
BEGIN
  FOR one IN
    SELECT * FROM (VALUES ('list', '', '(born DESC, key)'), ('place', '', '(territory)'), ('orgs', '', 'USING gin (orgs)'),
      -- Which versions were true at a moment is known here, without a look at the rows.
      ('past_list', '_past', '(born DESC, key, since, until)'),
      -- A row that was folded twice is there twice, which does no harm.
      ('reach_list', '_reach', '(scope, born_at DESC, row_key)')) AS always(suffix, of, columns)
    UNION ALL SELECT 'f' || f.place - 1, '', format('(%I, born DESC, key)', view.column_for(f.field))
      FROM unnest(p_fields) WITH ORDINALITY AS f(field, place)
    UNION ALL SELECT 'l' || f.place - 1, '', format('USING gin ((%I::jsonb))', view.column_for(f.field))
      FROM unnest(p_lists) WITH ORDINALITY AS f(field, place)
  LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON view.%I %s', name || '_' || one.suffix, name || one.of, one.columns);
  END LOOP;
  EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON view.%I (key, since)', name || '_past_key', name || '_past');
  EXECUTE format('ANALYZE view.%I, view.%I, view.%I', name, name || '_past', name || '_reach');
END $$;

-- Readers see this build from now on, whole: the one that they see now changes places with it and is kept as the former.
CREATE FUNCTION view.serve_table(p_view text, p_version integer, p_build integer) RETURNS void
LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  shown text := view.table_named(p_view, p_version);
  aside text;
  before integer;
BEGIN
  SELECT c.build INTO before FROM view.checkpoint c
  WHERE c.follower = p_view AND c.version = p_version AND c.state = 'serving' FOR UPDATE;
  IF before IS NOT NULL THEN
    aside := view.table_named(p_view, p_version, before);
    PERFORM view.rename_named(shown, aside);
    UPDATE view.checkpoint c SET asked = NULL, state = 'former', table_name = 'view.' || aside
    WHERE c.follower = p_view AND c.version = p_version AND c.build = before;
  END IF;
  PERFORM view.rename_named(view.table_named(p_view, p_version, p_build), shown);
  UPDATE view.checkpoint c SET asked = NULL, state = 'serving', table_name = 'view.' || shown
  WHERE c.follower = p_view AND c.version = p_version AND c.build = p_build;
END $$;

-- Removes the tables of a build with its line and the streams that wait in it.
CREATE FUNCTION view.drop_table(p_view text, p_version integer, p_build integer) RETURNS void
LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was text;
BEGIN
  DELETE FROM view.checkpoint c WHERE c.follower = p_view AND c.version = p_version AND c.build = p_build RETURNING c.state INTO was;
  DELETE FROM view.parked p WHERE p.follower = p_view AND p.version = p_version AND p.build = p_build;
  PERFORM view.remove_named(view.table_named(p_view, p_version, CASE WHEN was = 'serving' THEN NULL ELSE p_build END));
END $$;

REVOKE ALL ON FUNCTION view.table_named, view.column_for, view.remove_named, view.rename_named,
  view.create_table, view.create_indexes, view.serve_table, view.drop_table FROM PUBLIC;
GRANT EXECUTE ON FUNCTION view.create_table, view.create_indexes, view.serve_table, view.drop_table TO :app_role;

-- Whatever the owner makes here, the application fills. To have the room of rows swept that are gone is a right of its own since
-- PostgreSQL 17; an older server does it by itself, later.
ALTER DEFAULT PRIVILEGES IN SCHEMA view GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :app_role;
DO $do$ BEGIN
  IF current_setting('server_version_num')::integer >= 170000 THEN
    EXECUTE $ddl$ALTER DEFAULT PRIVILEGES IN SCHEMA view GRANT MAINTAIN ON TABLES TO :app_role$ddl$;
  END IF;
END $do$;

-- Tables that earlier releases made belong to the application's role, and change hands. PostgreSQL lets only a member of the one role
-- give what it owns to the other; a database that the program keeps itself has seen to that.
DO $do$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT c.oid::regclass AS name, c.relowner, c.relowner::regrole AS owner FROM pg_class c
    WHERE c.relnamespace = 'view'::regnamespace AND c.relkind = 'r' AND c.relowner <> current_user::regrole
  LOOP
    IF NOT pg_has_role(one.relowner, 'USAGE') THEN
      RAISE EXCEPTION 'the tables of views belong to %: run GRANT % TO % first', one.owner, one.owner, current_user::regrole
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('ALTER TABLE %s OWNER TO CURRENT_USER', one.name);
    EXECUTE format($ddl$GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO :app_role$ddl$, one.name);
    IF current_setting('server_version_num')::integer >= 170000 THEN
      EXECUTE format($ddl$GRANT MAINTAIN ON %s TO :app_role$ddl$, one.name);
    END IF;
  END LOOP;
END $do$;

-- Nobody but the owner makes anything here, nor tables of a session, whose names come before all others.
DO $do$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT a.grantee::regrole AS role FROM pg_namespace n, aclexplode(n.nspacl) a
    WHERE n.nspname = 'view' AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner
  LOOP
    EXECUTE format('REVOKE CREATE ON SCHEMA view FROM %s', one.role);
  END LOOP;
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  -- An empty path has the names of the session before those of the server.
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'log'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', one.name);
  END LOOP;
END $do$;
