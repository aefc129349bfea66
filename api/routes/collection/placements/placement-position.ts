import { decodeCursor, UUID_FORM, type Position, type PositionForm } from '../../../http/cursor.js';

/** Ids are time-ordered (RFC 9562, version 7): the newest placement has the highest. */
const BY_ID: PositionForm = { key: /^PLC-\d{6,18}$/, id: UUID_FORM };

export function placementPosition({
  number,
  id,
}: Readonly<{ number: string; id: string }>): Position {
  return { key: number, id };
}

/** The id at which the previous page ended. @throws Refusal `CURSOR_INVALID`. */
export function placedBefore(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decodeCursor(cursor, BY_ID).id;
}
