export type Fault = Readonly<{ code: string; param: string; detail: string }>;

/**
 * A business rule said no. It is an answer, not an accident: never retried, always coded, and it
 * names the place (`param`, a path such as `lines[2].quantity`) that was refused.
 * Activities turn it into a non-retryable failure, the API into RFC 9457 problem JSON.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly param: string | undefined;
  readonly detail: string;
  readonly errors: readonly Fault[];

  constructor(refusal: {
    readonly code: string;
    readonly detail: string;
    readonly param?: string | undefined;
    readonly errors?: readonly Fault[];
  }) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.name = 'Refusal';
    this.code = refusal.code;
    this.param = refusal.param;
    this.detail = refusal.detail;
    this.errors = refusal.errors ?? [];
  }
}

/** Not there, or not for who asks: the answer is the same. */
export function notFound(): Refusal {
  return new Refusal({ code: 'NOT_FOUND', detail: 'There is nothing under this address for you.' });
}
