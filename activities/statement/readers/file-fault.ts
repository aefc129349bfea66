import type { RefusedPlace, StatementRefusalCode } from '../../../domain/statement/statement.js';
import { REFUSED_PLACES_MAX } from './limits.js';

/** Thrown anywhere in a parser to end the reading of a file; `readStatement` turns it into a value. */
export class FileFault extends Error {
  readonly code: StatementRefusalCode;
  readonly detail: string;
  readonly place: string;

  constructor(fault: Readonly<{ code: StatementRefusalCode; detail: string; place: string }>) {
    super(`${fault.code} at ${fault.place}`);
    this.name = 'FileFault';
    this.code = fault.code;
    this.detail = fault.detail;
    this.place = fault.place;
  }
}

/** Collects refused places, and refuses the file when there are too many. */
export function addRefusedPlace(refused: RefusedPlace[], place: RefusedPlace): void {
  if (refused.length >= REFUSED_PLACES_MAX) {
    throw new FileFault({
      code: 'STATEMENT_MALFORMED',
      place: place.place,
      detail: `More than ${REFUSED_PLACES_MAX} places of the file cannot be read.`,
    });
  }
  refused.push(place);
}
