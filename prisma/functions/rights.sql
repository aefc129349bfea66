-- Who may call the functions. Applied after them by every deploy.

-- PostgreSQL lets everybody call a new function; here only the named roles may.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO lunas_app;

-- Requests of collection partners: their own commands, and the functions that every command needs.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM lunas_partner;
GRANT EXECUTE ON FUNCTION acknowledge_placement, lock_case, record_remittance, report_placement_event,
  rotate_webhook_secret, set_webhook_url TO lunas_partner;
GRANT EXECUTE ON FUNCTION books_lock, context_at, enter_context, refuse, uuid_v7 TO lunas_partner;
