import { useSession } from '../shell/session.js';
import type { InputOf } from './client.js';

type PaperName = 'GET /v1/sales/{saleId}/receipt' | 'GET /v1/invoices/{invoiceId}';

/** Fetches a document as PDF and hands it to the browser to keep. */
export function usePaper() {
  const { client } = useSession();
  return async <Name extends PaperName>(name: Name, input: InputOf<Name>, fileName: string) => {
    const answer = await client.call(name, input, { accept: 'application/pdf' });
    const bytes = answer.body as unknown as Uint8Array<ArrayBuffer>;
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName.replaceAll('/', '-')}.pdf`;
    link.click();
    URL.revokeObjectURL(url);
  };
}
