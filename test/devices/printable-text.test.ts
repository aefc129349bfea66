import fc from 'fast-check';
import { isPrintableAscii, isReadable, printable } from '../../devices/receipt/printable-text.js';
import { pdfText } from '../../devices/document-pdf/pdf-text.js';

describe('text for a receipt printer', () => {
  it.each([
    ['accents go', 'Café Señorita Đặng Thị Ngà', 'Cafe Senorita Dang Thi Nga'],
    ['dashes and quotes are plain', '“Kopi” – l’été — 5‑in‑1', '"Kopi" - l\'ete - 5-in-1'],
    ['fractions and powers can be read', '½ kg, 1½ m², ⅓', '1/2 kg, 1 1/2 m2, 1/3'],
    [
      'bullets, ellipses and signs have words',
      '• Teh… 10 × 5 °C €3 ™',
      '* Teh... 10 x 5 degC EUR3 TM',
    ],
    ['wide and ligature letters are plain', 'Ｋｏｐｉ ﬁlter', 'Kopi filter'],
    ['pictures are left out', '🍎 Apel 👨‍👩‍👧 🇮🇩 Malang ❤️', 'Apel Malang'],
    ['another script is one question mark', 'Apel 苹果 (تفاح حلو)', 'Apel ? (?)'],
    ['blanks are single and breaks are blanks', ' Gula\t\tpasir\r\nputih ', 'Gula pasir putih'],
    ['direction marks cannot turn a name around', 'abc\u202Edcba\u200B\u2066', 'abcdcba'],
    ['the drawer command is only letters', '\x1Bp\x00\x19\xFAName\x10\x04\x01\x9B', 'puName'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    ['Юлия Щербакова', 'Iuliia Shcherbakova'],
    ['Їжак Ґудзь', 'Izhak Gudz'],
    ['Ελένη Βασιλάκη', 'Eleni Vasilaki'],
    ['Toko 東京 Абв', 'Toko ? Abv'],
  ])('spells letters of other alphabets: %s', (text, paper) => {
    expect(printable(text)).toBe(paper);
  });

  it('is printable ASCII on one line, whatever it was, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = printable(text);
        expect(isPrintableAscii(once)).toBe(true);
        expect(printable(once)).toBe(once);
      }),
    );
  });

  it('is readable when a letter or digit is left', () => {
    expect(isReadable('Teh 🍵')).toBe(true);
    expect(isReadable('苹果 🍵 -')).toBe(false);
  });
});

describe('text for a PDF', () => {
  it('keeps letters of all scripts and drops what no font can draw', () => {
    expect(pdfText('Nguyễn Đức – “Café” 苹果 🍎 𠮷𠮷 ₫ ✓')).toBe('Nguyễn Đức – “Café” 苹果  ? ₫ ✓');
  });

  it('keeps line feeds and no other control or direction character', () => {
    expect(pdfText('a\nb\tc\x1B\x07\u202E\u200Bd')).toBe('a\nb cd');
  });
});
