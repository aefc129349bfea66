import { IconDownload } from '@tabler/icons-react';
import { useToast } from '../shell/toasts.js';
import { defineWords, useWords } from '../words/words.js';
import type { LunasClient } from '../../../client/client.js';
import { usePaper } from './open-paper.js';
import { faultOf } from './use-call.js';

const words = defineWords({ download: { en: 'Download as PDF', id: 'Unduh PDF' } });

/** How each document is asked for. */
const PAPERS = {
  'GET /v1/sales/{saleId}/receipt': (client: LunasClient, saleId: string) =>
    client.call('GET /v1/sales/{saleId}/receipt', { params: { saleId } }, PDF),
  'GET /v1/invoices/{invoiceId}': (client: LunasClient, invoiceId: string) =>
    client.call('GET /v1/invoices/{invoiceId}', { params: { invoiceId } }, PDF),
  'GET /v1/credit-notes/{creditNoteId}': (client: LunasClient, creditNoteId: string) =>
    client.call('GET /v1/credit-notes/{creditNoteId}', { params: { creditNoteId } }, PDF),
  'GET /v1/letters/{letterId}': (client: LunasClient, letterId: string) =>
    client.call('GET /v1/letters/{letterId}', { params: { letterId } }, PDF),
  'GET /v1/customers/{customerId}/statement': (client: LunasClient, customerId: string) =>
    client.call(
      'GET /v1/customers/{customerId}/statement',
      { params: { customerId }, query: {} },
      PDF,
    ),
} as const;

const PDF = { accept: 'application/pdf' } as const;

type Props = Readonly<{ name: keyof typeof PAPERS; id: string; number: string; label?: string }>;

/** Fetches a document as PDF. */
export function DownloadButton({ name, id, number, label }: Props) {
  const say = useWords(words);
  const tell = useToast();
  const keep = usePaper();
  const download = () =>
    void keep((client) => PAPERS[name](client, id), number).catch((error: unknown) =>
      tell(faultOf(error) ?? ''),
    );
  return (
    <button
      type="button"
      className={label === undefined ? 'btn small plain square' : 'btn small'}
      aria-label={label === undefined ? say('download') : undefined}
      title={say('download')}
      onClick={download}
    >
      <IconDownload className="i" />
      {label}
    </button>
  );
}
