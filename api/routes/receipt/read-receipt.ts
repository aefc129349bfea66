import { logoOf } from '../../../activities/company/logos.js';
import { receiptOf } from '../../../activities/sale/capture/capture-answer.js';
import { ESCPOS_MEDIA_TYPE, readReceiptRoute } from '../../../contract/receipt/receipt.js';
import {
  isPrinterProfileName,
  PRINTER_PROFILES,
  type PrinterProfile,
} from '../../../devices/escpos/printer-profile.js';
import { renderPdf } from '../../../devices/document-pdf/pdf-desk.js';
import { processIdOf } from '../../../devices/escpos/commands.js';
import { renderReceiptBytes } from '../../../devices/escpos/render-receipt-bytes.js';
import type { Logo } from '../../../devices/logo/logo.js';
import type { ReceiptDocument } from '../../../devices/receipt/receipt-document.js';
import { toLines } from '../../../devices/receipt/receipt-lines.js';
import type { Database } from '../../../prisma/database.js';
import { negotiate } from '../../http/negotiate.js';
import { route } from '../../route.js';
import { visibleSale } from '../sale/visible-sale.js';

/** Columns of 80 mm paper, which is also a comfortable width for plain text. */
const PLAIN_TEXT_COLUMNS = 48;

export const readReceipt = route(readReceiptRoute).answers(
  async (call, { database, documents }) => {
    const { params, principal, request } = call;
    const form = negotiate(request, [
      'application/json',
      'text/plain',
      'application/pdf',
      ESCPOS_MEDIA_TYPE,
    ]);
    const sale = await visibleSale(database, { principal, saleId: params.saleId });
    const document = receiptOf({ saleId: sale.id, number: sale.number, priced: sale.priced });
    const logo = () => logoOf(database.prisma, sale.priced.seller.logoId);
    switch (form) {
      case 'application/json':
        return { status: 200, body: document };
      case 'text/plain':
        return {
          status: 200,
          content: `${toLines(document, PLAIN_TEXT_COLUMNS).join('\n')}\n`,
          contentType: 'text/plain; charset=utf-8',
        };
      case 'application/pdf':
        return {
          status: 200,
          content: await documents(call, async () =>
            renderPdf({ kind: 'receipt', document, logo: (await logo())?.png }),
          ),
          contentType: form,
        };
      default:
        return {
          status: 200,
          content: await bytesOf(document, { database, saleId: sale.id, logo: await logo() }),
          contentType: form,
        };
    }
  },
);

type Printed = Readonly<{
  database: Pick<Database, 'prisma'>;
  saleId: string;
  logo: Logo | undefined;
}>;

/** For the printer of the terminal that sold, or an ordinary one when it has none. */
async function bytesOf(
  document: ReceiptDocument,
  { database: { prisma }, saleId, logo }: Printed,
): Promise<Buffer> {
  const sale = await prisma.sale.findUnique({
    where: { id: saleId },
    select: { terminal: { select: { printer: { select: { profile: true } } } } },
  });
  const profile = profileNamed(sale?.terminal.printer?.profile ?? '');
  return Buffer.from(
    renderReceiptBytes({ document, profile, processId: processIdOf(saleId), logo }).bytes,
  );
}

function profileNamed(name: string): PrinterProfile {
  return PRINTER_PROFILES[isPrinterProfileName(name) ? name : 'escpos-80'];
}
