/**
 * The same text for the same content, whatever the order of its names and the white space it came with
 * (names sorted by UTF-16 units, as in RFC 8785). What sales are hashed by serves every other body as well.
 */
export { canonicalSale as canonicalJson } from '../domain/sale/canonical-sale.js';
