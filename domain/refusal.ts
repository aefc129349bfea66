/** The facts in the sentence, for saying it in other languages. */
export type RefusalFacts = Readonly<Record<string, unknown>>;

export type Fault = Readonly<{ code: string; param: string; detail: string }>;

/**
 * A business rule said no. A refusal is never retried, always has a code, and names the refused
 * place (`param`, a path such as `lines[2].quantity`). Activities turn it into a non-retryable
 * failure, the API into RFC 9457 problem JSON.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly param: string | undefined;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly facts: RefusalFacts | undefined;

  constructor(refusal: {
    readonly code: string;
    readonly detail: string;
    readonly param?: string | undefined;
    readonly errors?: readonly Fault[];
    readonly facts?: RefusalFacts | undefined;
  }) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.name = 'Refusal';
    this.code = refusal.code;
    this.param = refusal.param;
    this.detail = refusal.detail;
    this.errors = refusal.errors ?? [];
    this.facts = refusal.facts;
  }
}

/** The same answer for what does not exist and for what the caller may not see. */
export function notFound(): Refusal {
  return new Refusal({ code: 'NOT_FOUND', detail: 'There is nothing under this address for you.' });
}
