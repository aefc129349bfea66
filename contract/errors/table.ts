/** How a refusal is answered: one row for each stable code. */
export type ErrorTable = Readonly<
  Record<string, Readonly<{ status: ProblemStatus; title: string }>>
>;

/** 400 malformed, 404 not found or not visible, 409 conflict with stored data, 422 refused by a rule. */
export type ProblemStatus =
  400 | 401 | 403 | 404 | 405 | 406 | 408 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503;
