-- What the tables stand on: identifiers, the two group roles, refusals, the context of a command.

-- Lets a period exclude another of the same legal entity (EXCLUDE in 0002).
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Time-ordered identifiers (RFC 9562, version 7): 48 bits of milliseconds, then randomness.
CREATE FUNCTION uuid_v7() RETURNS uuid
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- `lunas_app` is what the processes may do, `lunas_partner` what a collection partner's request may do.
-- Login roles are made members of them when an installation is set up.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lunas_app') THEN
    CREATE ROLE lunas_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lunas_partner') THEN
    CREATE ROLE lunas_partner NOLOGIN;
  END IF;
END $$;

-- A business refusal: SQLSTATE LU001, the code as message, a sentence as detail, the place as hint.
CREATE FUNCTION refuse(code text, detail text, param text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'LU001', MESSAGE = code, DETAIL = detail, HINT = coalesce(param, '');
END $$;

-- Every command says who acts, from where, when (business time) and under which request; the audit
-- triggers read it. A change without a context is a bug and fails there.
CREATE FUNCTION enter_context(ctx jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('lunas.context', ctx::text, true);
END $$;

CREATE FUNCTION context_at(ctx jsonb) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$ SELECT (ctx->>'at')::timestamptz $$;
