import { readNumber } from '../../../domain/imports/read-number.js';

/**
 * A quantity as a person types it, with the marks that the pages show: `1.250` is a thousand and more, `1,25` a part.
 * What has no reading is sent as it was typed, and the API says what is wrong with it.
 */
export function typedQuantity(text: string): string {
  const read = readNumber(text, { mark: ',', unit: 'parts' });
  return read.kind === 'read' ? read.decimal : text;
}
