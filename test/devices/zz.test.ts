import { writeFileSync } from 'node:fs';
import { paperImage } from '../../devices/simulator/paper-image.js';
import { printJob } from '../../devices/printer/print-job.js';
import { PRINTER_PROFILES } from '../../devices/escpos/printer-profile.js';
import { aPrinter, aPrintJob, closePrinters } from './a-printer.js';
import { rupiah } from './a-receipt-sale.js';
afterAll(closePrinters);
it('x', async () => {
  for (const [columns, name] of [
    [48, 'escpos-80'],
    [32, 'escpos-58'],
  ] as const) {
    const p = await aPrinter({ columns });
    const profile = PRINTER_PROFILES[name];
    await printJob(aPrintJob(p, { profile, processId: 'AAAA' }));
    await printJob(
      aPrintJob(p, {
        profile,
        processId: 'AAAB',
        sale: {
          language: 'en',
          copy: { number: 1, printedAt: '2026-11-23T02:00:00Z', by: 'Budi' },
          pricesIncludeTax: false,
          onAccount: { customerName: 'CV Maju Bersama', amount: rupiah(100000) },
          delivery: { expectedText: '24 Nov 2026, 08-12' },
        },
      }),
    );
    for (const j of p.jobs()) {
      console.time('png');
      const b = paperImage(j, columns);
      writeFileSync(`/tmp/paper-${columns}-${j.n}.png`, b);
    }
  }
});
