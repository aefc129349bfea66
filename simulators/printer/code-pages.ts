/** The upper half of IBM PC437, from 0x80. */
const PC437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/** Code pages (`ESC t`) whose tables the runtime knows; others print a box, as a wrong code page does. */
const LABELS: Readonly<Record<number, string>> = {
  16: 'windows-1252',
  17: 'ibm866',
  39: 'iso-8859-2',
  40: 'iso-8859-15',
  45: 'windows-1250',
  46: 'windows-1251',
  47: 'windows-1253',
  48: 'windows-1254',
};

const UNKNOWN_LETTER = '▒';

/** Decodes bytes as a printer with code page `page` (of `ESC t`) prints them. */
export function decodeText(bytes: Uint8Array, page: number): string {
  return [...bytes]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : high(byte, page)))
    .join('');
}

function high(byte: number, page: number): string {
  if (page === 0) return PC437.charAt(byte - 0x80);
  const label = LABELS[page];
  return label === undefined ? UNKNOWN_LETTER : new TextDecoder(label).decode(Uint8Array.of(byte));
}
