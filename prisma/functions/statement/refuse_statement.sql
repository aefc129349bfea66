-- A file that could not be understood: nothing of it is booked, its bytes stay, a person is told. Input {statementId,
-- code, detail, place?}.
CREATE OR REPLACE FUNCTION refuse_statement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement SET state = 'refused', refusal_code = input->>'code', refusal_detail = input->>'detail',
    refusal_place = input->>'place'
  WHERE id = (input->>'statementId')::uuid AND state = 'received';
  IF FOUND THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'bank-statement-refused', 'subjectKind', 'bank-statement',
      'subjectId', input->>'statementId', 'detail', input - 'statementId'));
  END IF;
  RETURN jsonb_build_object('refused', FOUND);
END $$;
