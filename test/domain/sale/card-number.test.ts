import fc from 'fast-check';
import {
  holdsCardNumber,
  maskCardNumberCode,
  maskCardNumbers,
  maskCardNumbersOfDocument,
} from '../../../domain/sale/card-number.js';

const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
  '6200000000000005',
];

describe('a card number', () => {
  it.each([
    ['4111111111111111', '************1111'],
    ['"reference":"4111 1111 1111 1111"', '"reference":"**** **** **** 1111"'],
    ['5555-5555-5555-4444', '****-****-****-4444'],
    ['3782 822463 10005', '**** ****** *0005'],
    ['{"a":6011111111111117}', '{"a":************1117}'],
    ['4111111111111111,5555555555554444', '************1111,************4444'],
    ['EDC4111111111111111', 'EDC************1111'],
    ['Sari4111111111111111x', 'Sari************1111x'],
    ['4111.1111.1111.1111', '****.****.****.1111'],
    ['4111/1111_1111\u00a01111', '****/****_****\u00a01111'],
    ['41-11111111111111', '**-**********1111'],
    ['4111 – 1111 – 1111 – 1111', '**** – **** – **** – 1111'],
    ['４１１１１１１１１１１１１１１１', '************１１１１'],
    ['trace 000123 4111 1111 1111 1111 appr 98', 'trace 000123 **** **** **** 1111 appr 98'],
    ['4111111111111111=25121010000000000', '************1111=25121010000000000'],
    ['41111111111111111225', '************11111225'],
    ['4222222222222', '*********2222'],
    ['4111\u200b1111\u00ad1111\u20601111', '****\u200b****\u00ad****\u20601111'],
    ['٤١١١ ١١١١ ١١١١ ١١١١', '**** **** **** ١١١١'],
    ['𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏', '************𝟏𝟏𝟏𝟏'],
    ['④①①①①①①①①①①①①①①①', '************①①①①'],
    ['4111    1111 ~ 1111=1111', '****    **** ~ ****=1111'],
    ["4111(1111)'1111'1111", "****(****)'****'1111"],
    ['4111+1111+1111+1111', '****+****+****+1111'],
    ['4111@1111<1111>1111', '****@****<****>1111'],
    ['4111[1111]{1111}1111', '****[****]{****}1111'],
    ['4111!1111?1111%1111', '****!****?****%1111'],
    ['4111"1111^1111$1111', '****"****^****$1111'],
    ['4111•1111→1111⸺1111', '****•****→****⸺1111'],
    ['4111\u03641111\u034f1111\u31641111', '****\u0364****\u034f****\u31641111'],
    [
      '4\u00001\u00001\u00001\u000011111111\u00001111',
      '*\u0000*\u0000*\u0000*\u0000********\u00001111',
    ],
    ['❹❶❶❶❶❶❶❶❶❶❶❶❶❶❶❶', '************❶❶❶❶'],
    ['⑷⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴', '************⑴⑴⑴⑴'],
    ['⒋⒈⓵➀➊🄂⑴⑴⑴⑴⑴⑴⑴⑴⑴⑴', '************⑴⑴⑴⑴'],
  ])('in %s is masked', (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    ['another check digit', '4111111111111112'],
    ['an article number', '"sku":"4006381333931"'],
    ['an id', '01936f2e-7b1c-4111-1111-111111111111'],
    ['an instant', '2026-11-28T10:15:30.000000000+07:00'],
    ['a day and a number that begins with it', '2026-11-29 20261129000000000174'],
    ['a telephone number', '+62 812-3456-7890'],
    ['an approval code', 'BCA 034112 trace 000187'],
  ])('is not seen in %s', (_what, text) => {
    expect(maskCardNumbers(text)).toBe(text);
    expect(maskCardNumbersOfDocument(text)).toBe(text);
  });

  it('is masked wherever it stands, however it is written, and whatever else is kept', () => {
    const glue = fc.constantFrom('', ' ', 'EDC', 'no.', 'x', '"', 'Ref ');
    const between = fc.constantFrom('', ' ', '-', '.', '/', ' - ', '_');
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...CARDS), glue, glue, between),
        ([card, before, after, gap]) => {
          const written = (card.match(/.{1,4}/g) ?? []).join(gap);
          const masked = maskCardNumbers(before + written + after);
          expect(masked).toHaveLength(before.length + written.length + after.length);
          expect(masked.startsWith(before) && masked.endsWith(after)).toBe(true);
          expect(masked.replaceAll(/\D/g, '')).toBe(card.slice(-4));
        },
      ),
    );
  });

  it('is not found again where it was masked', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[0-9 "-]{0,24}$/),
      fc.constantFrom(...CARDS, '"', ',', 'x'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const masked = maskCardNumbers(pieces.join(','));
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
    );
  });
});

describe('in what a till sent as a whole', () => {
  it.each([
    ['{"barcode" : "40063813339310000"}', '{"barcode" : "40063813339310000"}'],
    ['{"sku":"4222222222222"}', '{"sku":"4222222222222"}'],
    ['{"sku":"4111111111111111","quantity":"1"}', '{"sku":"************1111","quantity":"1"}'],
    ['{"cashier":"Sari4111111111111111"}', '{"cashier":"Sari************1111"}'],
    ['{"sku":"EDC4111111111111111"}', '{"sku":"EDC************1111"}'],
    ['{"sku":"4111111111111111/5555555555554444"}', '{"sku":"************1111/************4444"}'],
    [String.raw`{"a":"\u0034\u0031${'1'.repeat(14)}"}`, '{"a":"************1111"}'],
    [
      String.raw`{"a":"4111\t1111\u00a01111\"1111"}`,
      String.raw`{"a":"****\t****\u00a0****\"1111"}`,
    ],
    [
      String.raw`{"a":"${String.raw`\ud835\udfd2`}${'1'.repeat(11)}\ud835\udfcf111"}`,
      String.raw`{"a":"************\ud835\udfcf111"}`,
    ],
    [String.raw`{"note":"a \"quoted\" \u00e9"}`, String.raw`{"note":"a \"quoted\" \u00e9"}`],
    [
      Buffer.from('4111111111111111', 'utf16le').toString('latin1'),
      `${'*\0'.repeat(12)}1\0 1\0 1\0 1\0`.replaceAll(' ', ''),
    ],
  ])('%s is kept as %s', (content, kept) => {
    expect(maskCardNumbersOfDocument(content)).toBe(kept);
  });
});

it.each([
  ['4111-1111-1111-1111', '****-****-****-1111'],
  ['4222222222222', '4222222222222'],
  ['KOPI-4111111111111111', 'KOPI-************1111'],
  ['4111111111111111 12/27', '************1111 12/27'],
  ['4111111111111111X', '************1111X'],
  // A number of 17 digits is another number, whatever its first 16 are.
  ['41111111111111112', '41111111111111112'],
])('the code %s is kept as %s', (code, kept) => {
  expect(maskCardNumberCode(code)).toBe(kept);
});
