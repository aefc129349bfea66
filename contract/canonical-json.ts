/**
 * Canonical JSON: the same text for the same content, regardless of field order and white space (names sorted by UTF-16
 * units, as in RFC 8785). Used for hashing sales and all other bodies.
 */
export { canonicalSale as canonicalJson } from '../domain/sale/canonical-sale.js';
