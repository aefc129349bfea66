-- What every table stands on: an extension, the roles, and the record of the functions in force.

-- Lets an accounting period exclude another one of the same legal entity.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- `lunas_app` is what the processes may do, `lunas_partner` what a request of a collection partner
-- may do. Login roles are made members of them when an installation is set up.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lunas_app') THEN
    CREATE ROLE lunas_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lunas_partner') THEN
    CREATE ROLE lunas_partner NOLOGIN;
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO lunas_app, lunas_partner;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO lunas_app;
-- PostgreSQL lets everybody call a new function; here nobody may who is not named in
-- `prisma/functions/rights.sql`.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The functions that the last deploy brought, one row for each file of `prisma/functions/`. A file
-- that has changed, and a function that was changed in the database by hand, differ from their row.
CREATE TABLE deployed_function (
  file text PRIMARY KEY,
  -- SHA-256 of the file, in hexadecimal.
  file_digest text NOT NULL,
  -- MD5 of what PostgreSQL says of the functions that the file defines.
  definition_digest text NOT NULL,
  deployed_at timestamptz(6) NOT NULL
);
GRANT SELECT ON deployed_function TO lunas_app;
