import { faultOf, useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { lettersWords } from './letters-words.js';
import type { SaleRow } from './sale-columns.js';

/** Holds the letter about one invoice; the undo releases it. */
export function HoldButton({ sale }: Readonly<{ sale: SaleRow }>) {
  const say = useWords(lettersWords);
  const tell = useToast();
  const { client } = useSession();
  const place = useAct('POST /v1/invoices/{invoiceId}/holds');
  const release = useAct('POST /v1/holds/{holdId}/release');
  const hold = async () => {
    const { documents } = (
      await client.call('GET /v1/lifecycles/{saleId}', { params: { saleId: sale.saleId } })
    ).body;
    const invoice = documents.find(({ kind }) => kind === 'invoice');
    if (invoice === undefined) return tell(say('noInvoice'));
    const params = { invoiceId: invoice.id };
    const placed = await place.mutateAsync({ params, body: { reason: say('holdReason') } });
    const says = { customer: sale.customer?.name ?? '', invoice: invoice.number };
    return tell(say('isHeld', says), () => release.mutate({ params: { holdId: placed.id } }));
  };
  return (
    <button
      type="button"
      className="btn small"
      aria-label={`${say('hold')}: ${sale.customer?.name ?? ''}, ${sale.invoiceNumber ?? ''}`}
      disabled={place.isPending}
      onClick={() => void hold().catch((error: unknown) => tell(faultOf(error) ?? ''))}
    >
      {say('hold')}
    </button>
  );
}
