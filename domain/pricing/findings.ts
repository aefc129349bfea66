import { Refusal, type Fault } from '../refusal.js';
import type { CaptureMode } from './sale-request.js';

/** Something about a completed sale that a person has to look at; the sale is booked all the same. */
export type SaleException = Fault & ExceptionFacts;

/**
 * What a rule found wrong. With `asException`, a completed sale is booked and the finding becomes
 * work for a person; without it, the sale is refused in both modes.
 */
export type Finding = Fault & Readonly<{ asException?: ExceptionFacts }>;

/** Figures in booked units (price, rounding, tender) or thousandths (quantity); an item says what was booked for it. */
type ExceptionFacts =
  | Readonly<{
      kind: 'price' | 'quantity' | 'rounding' | 'tender';
      expected: bigint;
      given: bigint;
    }>
  | Readonly<{ kind: 'item'; bookedAs: Readonly<{ name: string; price: bigint; tax: string }> }>;

/**
 * @returns the findings that a completed sale is booked with.
 * @throws Refusal with every remaining finding in `errors`, and code, param and detail of the first.
 */
export function refuseUnlessBookable(
  findings: readonly Finding[],
  mode: CaptureMode,
): readonly SaleException[] {
  const faults = findings.filter((finding) => mode === 'online' || !finding.asException);
  const [first] = faults;
  if (first === undefined) return findings.flatMap(toException);
  throw new Refusal({ ...toFault(first), errors: faults.map(toFault) });
}

function toException({ asException, ...fault }: Finding): SaleException[] {
  return asException === undefined ? [] : [{ ...fault, ...asException }];
}

function toFault({ code, param, detail }: Finding): Fault {
  return { code, param, detail };
}
