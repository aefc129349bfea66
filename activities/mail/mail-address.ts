import { UNSEEN_SIGNS } from '../../domain/text/unseen-signs.js';

/** RFC 5321 4.5.3.1.3: a path has at most 256 octets, two of them the angle brackets. */
const ADDRESS_MAX_LENGTH = 254;

/** RFC 5322 2.1.1: a header line has at most 998 characters; what people read is far shorter. */
const HEADER_TEXT_MAX_LENGTH = 200;

const FILENAME_MAX_LENGTH = 100;

/**
 * One plain address: no display name, no list, no quoted local part, nothing that a mail header or an SMTP
 * command could obey. Addresses outside ASCII need SMTPUTF8 on the whole way, so they are not accepted.
 */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/** Line ends and control characters, in any script. */
const CONTROLS = new RegExp(String.raw`[\p{Cc}${UNSEEN_SIGNS}\p{Cs}\u2028\u2029]+`, 'gu');

export function isMailAddress(text: string): boolean {
  return text.length <= ADDRESS_MAX_LENGTH && ADDRESS.test(text);
}

/**
 * A subject or name as one line without control characters. What looks like an encoded word (RFC 2047) is broken: the
 * reader's program would decode it into signs that were kept out.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?').slice(0, HEADER_TEXT_MAX_LENGTH);
}

/** A value inside a letter, on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(CONTROLS, ' ').replaceAll(/ {2,}/g, ' ').trim();
}

/** `INV/LNS/2026/000001-0.pdf` -> `INV-LNS-2026-000001-0.pdf`: no folders, no quotes, no second extension. */
export function attachmentName(text: string): string {
  const name = oneLine(text)
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/\.{2,}/g, '.');
  return name.replace(/^[.-]+/, '').slice(-FILENAME_MAX_LENGTH) || 'attachment';
}
