import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { toLines } from '../../devices/receipt/receipt-lines.js';
import { aReceiptSale, rupiah } from './a-receipt-sale.js';
it('x', () => {
  for (const w of [48, 32] as const) {
    console.log(
      toLines(renderReceipt(aReceiptSale()), w)
        .map((l) => '|' + l.padEnd(w) + '|')
        .join('\n'),
    );
  }
  console.log(
    toLines(
      renderReceipt(
        aReceiptSale({
          language: 'en',
          copy: { number: 1, printedAt: '2026-11-23T02:00:00Z', by: 'Budi' },
          pricesIncludeTax: false,
          onAccount: { customerName: 'CV Maju Bersama', amount: rupiah(100000) },
          delivery: { expectedText: '24 Nov 2026, 08-12' },
        }),
      ),
      42,
    )
      .map((l) => '|' + l.padEnd(42) + '|')
      .join('\n'),
  );
});
