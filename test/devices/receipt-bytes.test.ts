import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { completionRequest, drawerPulse, processIdOf } from '../../devices/escpos/commands.js';
import { PRINTER_PROFILES } from '../../devices/escpos/printer-profile.js';
import { renderReceiptBytes } from '../../devices/escpos/render-receipt-bytes.js';
import { logoRaster } from '../../devices/logo/logo-raster.js';
import { toLogo } from '../../devices/logo/to-logo.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { createInterpreter, type Action } from '../../simulators/printer/escpos-interpreter.js';
import { createTokenizer } from '../../simulators/printer/escpos-tokens.js';
import type { PaperMark } from '../../simulators/printer/paper.js';
import { textOf } from '../../simulators/printer/paper.js';
import { aLine, aReceiptSale, aSeller, rupiah } from './a-receipt-sale.js';
import type { ReceiptSale } from '../../devices/receipt/receipt-sale.js';
import { aLogoFile } from '../support/pictures.js';

const LOGO = { id: 'logo', png: toLogo(aLogoFile()) };
const PROFILES = Object.values(PRINTER_PROFILES);

describe('the bytes of a receipt', () => {
  it('are the same for the same receipt, and their hash is theirs', () => {
    const first = bytesOf({});
    expect(first).toEqual(bytesOf({}));
    expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'));
    expect(bytesOf({ cashier: 'Another' }).sha256).not.toBe(first.sha256);
  });

  it('print the lines of the receipt, large where they are large', () => {
    const marks = marksOf(bytesOf({}).bytes, 48);
    const lines = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    expect(lines.map(({ runs }) => textOf(runs))).toContain(
      '  2 sak x 75.000 (B)                     150.000',
    );
    expect(lines[0]).toMatchObject({
      align: 'center',
      runs: [{ text: 'Toko Cahaya', bold: true, width: 2, height: 2 }],
    });
    const total = lines.find(({ runs }) => textOf(runs).startsWith('TOTAL'));
    expect(total).toMatchObject({
      runs: [{ text: 'TOTAL          Rp223.800', bold: true, width: 2 }],
    });
  });

  it('make a total that is too long for wide letters tall instead', () => {
    const totals = { ...aReceiptSale().totals, total: rupiah(999_999_999_999) };
    const marks = marksOf(bytesOf({ totals }, PRINTER_PROFILES['escpos-58']).bytes, 32);
    const total = marks.find(
      (mark) => mark.kind === 'text' && textOf(mark.runs).startsWith('TOTAL'),
    );
    expect(total).toMatchObject({ runs: [{ width: 1, height: 2, bold: true }] });
  });

  it('mark a copy with a bar across the paper', () => {
    const copy = { number: 1, printedAt: '2026-11-23T02:00:00Z', by: 'Budi' };
    const [bar] = marksOf(bytesOf({ copy }).bytes, 48);
    expect(bar).toMatchObject({
      kind: 'text',
      runs: [{ inverse: true, width: 2, text: expect.any(String) }],
    });
    expect(bar?.kind === 'text' && textOf(bar.runs)).toHaveLength(24);
  });

  it('carry the id of the sale as a QR code, or in words where the printer draws none', () => {
    const withCode = marksOf(bytesOf({}).bytes, 48);
    expect(withCode).toContainEqual(
      expect.objectContaining({
        kind: 'qr',
        payload: 'urn:uuid:01937f5e-8a10-7c3e-9d42-5b6a7c8d9e0f',
      }),
    );
    const inWords = marksOf(bytesOf({}, PRINTER_PROFILES['clone-58']).bytes, 32);
    expect(inWords.filter(({ kind }) => kind === 'qr')).toEqual([]);
    expect(textsOf(inWords)).toContain('5b6a7c8d9e0f');
  });

  it('begin with the logo of the company where the printer prints images, and change nothing else', () => {
    const seller = { ...aReceiptSale().seller, logoId: LOGO.id };
    const marksFor = (profile: (typeof PROFILES)[number], sale: Partial<ReceiptSale>) =>
      marksOf(bytesOf(sale, profile).bytes, profile.width);
    for (const profile of PROFILES.filter(({ hasImages }) => hasImages)) {
      const [logo, line, ...rest] = marksFor(profile, { seller });
      const { widthBytes, height, bits } = logoRaster(LOGO, profile.width);
      expect(logo).toMatchObject({ kind: 'image', align: 'center', width: widthBytes * 8, height });
      expect(logo).toHaveProperty('bits', Buffer.from(bits).toString('base64'));
      expect([line?.kind, rest]).toEqual(['text', marksFor(profile, {})]);
    }
    const without = PROFILES.filter(({ hasImages }) => !hasImages);
    expect(without.map((profile) => marksFor(profile, { seller }))).toEqual(
      without.map((profile) => marksFor(profile, {})),
    );
  });

  it('are never printed without the logo that they name', () => {
    const seller = { ...aReceiptSale().seller, logoId: LOGO.id };
    const document = renderReceipt(aReceiptSale({ seller }));
    const profile = PRINTER_PROFILES['escpos-80'];
    expect(() => renderReceiptBytes({ document, profile, processId: 'TEST' })).toThrow('logo');
  });

  it('ask for the completion where the printer answers it, and only there', () => {
    expect(actionsOf(bytesOf({}).bytes, 48).at(-1)).toEqual({
      kind: 'complete',
      processId: 'TEST',
    });
    const basic = actionsOf(bytesOf({}, PRINTER_PROFILES['escpos-80-basic']).bytes, 48);
    expect(basic.filter(({ kind }) => kind === 'complete')).toEqual([]);
  });

  it('open no drawer, cut once at the end and turn to no other code page, whatever the names hold', () => {
    const hostile = fc.constantFrom(
      '\x1Bp\x00\x19\xFA',
      '\x1DV\x00',
      '\x10\x14\x01\x00\x05',
      '\x1Bt\x10',
      'é',
      '漢',
      '\n',
    );
    const name = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, fc.constantFrom(...PROFILES), (one, another, profile) => {
        const sale = {
          lines: [aLine({ name: one, unit: another })],
          cashier: another,
          seller: aSeller({ storeName: one }),
        };
        const { bytes } = bytesOf(sale, profile);
        const marks = marksOf(bytes, profile.width);
        expect(marks.filter(({ kind }) => kind === 'pulse' || kind === 'unknown')).toEqual([]);
        expect(marks.filter(({ kind }) => kind === 'cut')).toHaveLength(profile.hasCut ? 1 : 0);
        expect(marks.at(-1)?.kind).toBe(profile.hasCut ? 'cut' : 'feed');
        expect(codePagesOf(bytes)).toEqual([0]);
      }),
      { numRuns: 60 },
    );
  });

  it('hold a control byte only inside the commands of the encoder', () => {
    const sale = { lines: [aLine({ name: '\x07\x00\x9B' })] };
    const tokens = tokensOf(bytesOf(sale).bytes);
    const texts = tokens.flatMap((token) => (token.kind === 'text' ? [...token.raw] : []));
    const controls = tokens.flatMap((token) => (token.kind === 'control' ? [token.code] : []));
    expect(texts.filter((byte) => byte < 0x20 || byte > 0x7e)).toEqual([]);
    expect(new Set(controls)).toEqual(new Set([0x0a]));
  });
});

describe('the library that renders receipts', () => {
  const rendered = (draw: (printer: ThermalPrinter) => void): string => {
    const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
    draw(printer);
    return printer.getBuffer().toString('hex');
  };

  // When one of these fails, a new version has mended it: see what of `commands.ts` is still needed.
  it('gives the drawer a pulse without its widths', () => {
    expect(rendered((printer) => printer.openCashDrawer())).toBe('1b70001b7001');
  });

  it('takes the height of letters for their width', () => {
    expect(rendered((printer) => printer.setTextSize(1, 0))).toBe('1d2110');
  });

  it('counts the letters of a QR code and sends its bytes', () => {
    const [, length] = /1d286b(....)315030/.exec(rendered((printer) => printer.printQR('é'))) ?? [];
    expect(length).toBe('0400');
  });
});

describe('commands of our own', () => {
  it('give the drawer one whole pulse on the pin that is asked for', () => {
    expect([...drawerPulse(2)]).toEqual([0x1b, 0x70, 0, 0x32, 0xfa]);
    expect([...drawerPulse(5)]).toEqual([0x1b, 0x70, 1, 0x32, 0xfa]);
  });

  it('ask for the completion with an id of four printable characters and no other', () => {
    expect([...completionRequest('A1b2')]).toEqual([
      0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x41, 0x31, 0x62, 0x32,
    ]);
    for (const id of ['', 'ABC', 'ABCDE', 'AB\n1', 'ABé1'])
      expect(() => completionRequest(id)).toThrow('four printable');
  });

  it('derive the id from the job, always the same and always allowed', () => {
    expect(processIdOf('job-1')).toBe(processIdOf('job-1'));
    expect(processIdOf('job-1')).not.toBe(processIdOf('job-2'));
    fc.assert(
      fc.property(fc.string(), (job) => {
        expect(processIdOf(job)).toMatch(/^[0-9A-Za-z]{4}$/);
      }),
    );
  });
});

function bytesOf(
  sale: Partial<ReceiptSale>,
  profile = PRINTER_PROFILES['escpos-80'] as (typeof PROFILES)[number],
) {
  return renderReceiptBytes({
    document: renderReceipt(aReceiptSale(sale)),
    profile,
    processId: 'TEST',
    logo: LOGO,
  });
}

function tokensOf(bytes: Uint8Array) {
  const tokenizer = createTokenizer();
  tokenizer.push(bytes);
  return Array.from({ length: bytes.length }, () => tokenizer.next()).filter(
    (token) => token !== undefined,
  );
}

function actionsOf(bytes: Uint8Array, columns: number): Action[] {
  const interpreter = createInterpreter(columns);
  return tokensOf(bytes).flatMap((token) => interpreter.apply(token));
}

function marksOf(bytes: Uint8Array, columns: number): PaperMark[] {
  return actionsOf(bytes, columns).flatMap((action) =>
    action.kind === 'mark' ? [action.mark] : [],
  );
}

function textsOf(marks: readonly PaperMark[]): string {
  return marks.map((mark) => (mark.kind === 'text' ? textOf(mark.runs) : '')).join('\n');
}

function codePagesOf(bytes: Uint8Array): number[] {
  return tokensOf(bytes).flatMap((token) =>
    token.kind === 'command' && token.name === 'ESC t' ? [...token.args] : [],
  );
}
