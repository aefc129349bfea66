-- The last moment before a letter is out of our hands; exactly one attempt gets {claimed: true}. Input {businessKey}.
CREATE OR REPLACE FUNCTION claim_letter(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message SET state = 'sending', attempted_at = clock_timestamp()
  WHERE business_key = input->>'businessKey' AND state = 'waiting';
  RETURN jsonb_build_object('claimed', FOUND);
END $$;
