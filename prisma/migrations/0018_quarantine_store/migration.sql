-- The store of the till or the person that sent it: a store's staff sees what came from its own
-- store alone. None: machines of the whole company and agencies.
ALTER TABLE quarantine ADD COLUMN store_id uuid;

UPDATE quarantine q SET store_id = t.store_id
FROM api_key k JOIN terminal t ON t.id = k.terminal_id
WHERE k.key_id = q.actor_id;

UPDATE quarantine q SET store_id = u.store_id
FROM app_user u
WHERE u.id::text = q.actor_id AND u.store_id IS NOT NULL;

UPDATE work_item w SET store_id = q.store_id
FROM quarantine q
WHERE w.kind = 'quarantine' AND w.subject_id = q.id::text AND q.store_id IS NOT NULL;
