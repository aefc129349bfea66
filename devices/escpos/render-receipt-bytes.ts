import { createHash } from 'node:crypto';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { assert } from '../../domain/assert.js';
import { qrCode } from '../qr-code.js';
import { isPrintableAscii } from '../receipt/printable-text.js';
import { layOut, type LineStyle, type PrintLine } from '../receipt/receipt-lines.js';
import type { ReceiptDocument } from '../receipt/receipt-document.js';
import type { Logo } from '../logo/logo.js';
import { logoRaster } from '../logo/logo-raster.js';
import { completionRequest, rasterImage } from './commands.js';
import type { PrinterProfile } from './printer-profile.js';

export type RenderedBytes = Readonly<{
  bytes: Uint8Array;
  /** Lower-case hex of `bytes`: stored in the spool, and the archive is checked against it. */
  sha256: string;
}>;

type Job = Readonly<{
  document: ReceiptDocument;
  profile: PrinterProfile;
  /** Four printable ASCII characters, echoed by the printer; see `processIdOf`. */
  processId: string;
  /** The logo that the document names. */
  logo?: Logo | undefined;
}>;

const DOTS_PER_COLUMN = 12;
/** The cutter sits this many feeds of four lines behind the head. */
const FEEDS_TO_CUTTER = 1;
/** A code of this width can be scanned from about ten centimetres. */
const QR_SHARE_OF_WIDTH = 0.4;
/** Range of the renderer's cell size. */
const QR_CELL_MIN = 3;
const QR_CELL_MAX = 8;

/**
 * The bytes that print one receipt: one renderer, one job, one cut at the end. Deterministic: the same document,
 * profile and process id give the same bytes. Ends with the completion request when the printer answers it. Does not
 * open the drawer: that is a separate command.
 */
export function renderReceiptBytes(job: Job): RenderedBytes {
  const { document, profile, processId } = job;
  const printer = newPrinter(profile);
  for (const line of layOut(document, { ...profile, hasSizes: true }))
    printLine(printer, line, job);
  if (profile.hasCut) printer.cut({ verticalTabAmount: FEEDS_TO_CUTTER });
  else feedToTearBar(printer);

  const bytes = Buffer.concat([
    printer.getBuffer(),
    ...(profile.hasCompletion ? [completionRequest(processId)] : []),
  ]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** ESC @, which the library has and its types do not. */
type Renderer = ThermalPrinter & Readonly<{ initHardware: () => void }>;

/**
 * A renderer that first resets the printer (ESC @) and then sets the code page; passed to the constructor, the code
 * page would come first. Without an interface the library only renders; `devices/printer` sends the bytes.
 */
function newPrinter({ width }: PrinterProfile): ThermalPrinter {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    width,
    interface: '',
  }) as Renderer;
  printer.initHardware();
  printer.setCharacterSet(CharacterSet.PC437_USA);
  return printer;
}

/** Six lines, the last four by ESC d 4, the only feed of the library. For printers without a cutter. */
function feedToTearBar(printer: ThermalPrinter): void {
  printer.newLine();
  printer.newLine();
  printer.printVerticalTab();
}

function printLine(printer: ThermalPrinter, line: PrintLine, { profile, logo }: Job): void {
  if (line.kind === 'qr') return printQr(printer, line.payload, profile);
  if (line.kind === 'logo') return printLogo(printer, logo, profile);
  assert(isPrintableAscii(line.text), 'only printable text reaches the renderer');
  if (line.align === 'center') printer.alignCenter();
  withStyle(printer, line, profile);
  if (line.align === 'center') printer.alignLeft();
}

function withStyle(
  printer: ThermalPrinter,
  { text, style }: { text: string; style: LineStyle },
  { width }: PrinterProfile,
): void {
  if (style === 'normal') return println(printer, text);
  // Not setTextSize: it writes height into the bits of width (GS ! has the width in the upper half).
  if (style === 'tall') printer.setTextDoubleHeight();
  else if (style !== 'strong') printer.setTextQuadArea();
  if (style === 'banner') printer.invert(true);
  printer.bold(true);
  println(printer, style === 'banner' ? bar(text, width / 2) : text);
  printer.bold(false);
  if (style === 'banner') printer.invert(false);
  if (style !== 'strong') printer.setTextNormal();
}

/**
 * Bytes, which the library appends directly. It copies a text for each letter: a receipt of forty lines took 6 ms
 * instead of 0.3.
 */
function println(printer: ThermalPrinter, text: string): void {
  printer.append(Buffer.from(`${text}\n`, 'ascii'));
}

/** The text in the middle of a full line, so that the inverted print is a bar across the paper. */
function bar(text: string, width: number): string {
  return text.padStart(Math.floor((width + text.length) / 2)).padEnd(width);
}

function printQr(printer: ThermalPrinter, payload: string, { width }: PrinterProfile): void {
  assert(isPrintableAscii(payload), 'the renderer counts characters and sends bytes: ASCII only');
  const room = width * DOTS_PER_COLUMN * QR_SHARE_OF_WIDTH;
  // The printer draws the code by itself, in as many modules as ours or fewer.
  const cellSize = Math.floor(room / qrCode(payload).size);
  printer.alignCenter();
  printer.printQR(payload, {
    cellSize: Math.min(QR_CELL_MAX, Math.max(QR_CELL_MIN, cellSize)),
    correction: 'M',
    model: 2,
  });
  printer.alignLeft();
}

/** With an empty line below it. A sale that carries a logo is never printed without it: a copy is its original. */
function printLogo(
  printer: ThermalPrinter,
  logo: Logo | undefined,
  { width }: PrinterProfile,
): void {
  assert(logo !== undefined, 'the logo of the receipt is given');
  printer.alignCenter();
  printer.append(Buffer.from(rasterImage(logoRaster(logo, width))));
  printer.alignLeft();
  println(printer, '');
}
