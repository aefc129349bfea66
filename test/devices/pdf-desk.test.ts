import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPdfDesk, DrawingBusy, type PdfDesk } from '../../devices/document-pdf/pdf-desk.js';
import type { PdfJob } from '../../devices/document-pdf/draw-pdf.js';
import { toLogo } from '../../devices/logo/to-logo.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { projectRoot } from '../../platform/project-root.js';
import { aLogoFile } from '../support/pictures.js';
import { makeTempFolder } from '../support/temp-folder.js';
import { aReceiptSale } from './a-receipt-sale.js';

const BUILT = join(projectRoot, 'dist', 'devices', 'document-pdf', 'pdf-thread.js');
const job: PdfJob = { kind: 'receipt', document: renderReceipt(aReceiptSale()) };

let desk: PdfDesk;

afterEach(() => desk.close());

describe('the desk that draws documents', () => {
  it('draws beside the event loop, which goes on meanwhile', async () => {
    desk = createPdfDesk(BUILT);
    await desk.draw(job);
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 1);
    const pdfs = await Promise.all(Array.from({ length: 20 }, () => desk.draw(job)));
    clearInterval(ticking);
    expect(pdfs.map((pdf) => pdf.subarray(0, 5).toString())).toEqual(pdfs.map(() => '%PDF-'));
    expect(new Set(pdfs.map((pdf) => pdf.toString('latin1'))).size).toBe(1);
    expect(ticks).toBeGreaterThan(pdfs.length);
  });

  it('makes logos of pictures, and says by its code what is no picture', async () => {
    desk = createPdfDesk(BUILT);
    const file = aLogoFile();
    expect(await desk.draw({ kind: 'logo', file })).toEqual(toLogo(file));
    await expect(desk.draw({ kind: 'logo', file: Buffer.from('<svg/>') })).rejects.toMatchObject({
      code: 'LOGO_FORMAT_UNSUPPORTED',
      detail: expect.stringContaining('SVG') as unknown,
    });
  });

  it('says so when too many wait, and when a document takes too long', async () => {
    desk = createPdfDesk(scriptOf(`setInterval(() => {}, 1000)`), { waitingMax: 1, withinMs: 200 });
    const [first, second, third] = [desk.draw(job), desk.draw(job), desk.draw(job)];
    await expect(third).rejects.toThrow(DrawingBusy);
    await expect(first).rejects.toThrow('the document took too long');
    await expect(second).rejects.toThrow('the document took too long');
  });

  it('goes on after a document that broke its thread', async () => {
    const script = `require('node:worker_threads').parentPort.on('message', () => { throw new Error('broken') })`;
    desk = createPdfDesk(scriptOf(script));
    await expect(desk.draw(job)).rejects.toThrow('broken');
    await expect(desk.draw(job)).rejects.toThrow('broken');
  });
});

function scriptOf(text: string): string {
  const path = join(makeTempFolder().path, 'thread.cjs');
  writeFileSync(path, text);
  return path;
}
