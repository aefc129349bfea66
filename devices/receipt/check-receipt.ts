import { Refusal, type Fault } from '../../domain/refusal.js';
import { PARTICULARS, type Particular, type ReceiptBlock } from './receipt-block.js';
import { printable } from './printable-text.js';
import type { ReceiptDocument } from './receipt-document.js';

/**
 * Refuses a receipt that lacks one of the particulars of PER-11/PJ/2025 art. 52(2): without them the slip is no tax
 * invoice and must not be printed. A particular counts only when it is readable on paper: an empty one, or one in
 * letters that no printer has, is missing.
 *
 * @throws Refusal `RECEIPT_INCOMPLETE`; `param` names the first missing field, `errors` all of them.
 */
export function checkReceipt(document: ReceiptDocument): ReceiptDocument {
  const faults = PARTICULARS.filter((field) => !isStated(document, field)).map(faultOf);
  const [first] = faults;
  if (first === undefined) return document;
  throw new Refusal({ ...first, errors: faults });
}

/** Every block that states the particular must be readable: a single line of goods without a name is a fault. */
function isStated(document: ReceiptDocument, field: Particular): boolean {
  const { blocks, receiptNumber } = document;
  if (field === 'receiptNumber' && blocks.some((block) => isSerial(block, receiptNumber)))
    return true;
  const claiming = blocks.filter((block) => 'states' in block && block.states === field);
  return claiming.length > 0 && claiming.every((block) => /[A-Za-z0-9]/.test(statedText(block)));
}

/** Where the serial is the number of the receipt, one row states both. */
function isSerial(block: ReceiptBlock, receiptNumber: string): boolean {
  const states = 'states' in block && block.states === 'serial';
  return states && receiptNumber !== '' && statedText(block) === printable(receiptNumber);
}

function statedText(block: ReceiptBlock): string {
  if (block.kind === 'columns') return printable(block.right);
  return 'text' in block ? printable(block.text) : '';
}

function faultOf(field: Particular): Fault {
  return {
    code: 'RECEIPT_INCOMPLETE',
    param: field,
    detail: `The receipt does not state ${field}, which a retailer's tax invoice must (PER-11/PJ/2025 art. 52(2)).`,
  };
}
