CREATE OR REPLACE FUNCTION poke(workflow text, why text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO poke (workflow_id, reason) VALUES (workflow, why)
$$;
