-- An account number in the one form that aliases are kept and compared in (the same as domain/statement).
CREATE OR REPLACE FUNCTION alias_value(account text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(regexp_replace(upper(account), '[^0-9A-Z]', '', 'g'), '')
$$;
