import { IconPrinter } from '@tabler/icons-react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { saleWords } from './sale-words.js';

/** Whoever sells may have a copy printed; it goes to the printer of the till. */
export function CopyButton({ saleId }: Readonly<{ saleId: string }>) {
  const say = useWords(saleWords);
  const tell = useToast();
  const role = useRole();
  const act = useAct('POST /v1/sales/{saleId}/receipt/prints');
  if (role !== 'storeManager' && role !== 'cashier') return null;
  const print = () =>
    act.mutate(
      { params: { saleId } },
      {
        onSuccess: ({ copyNumber }) => tell(say('copied', { n: copyNumber })),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button type="button" className="btn small plain" onClick={print} disabled={act.isPending}>
      <IconPrinter className="i" />
      {say('copy')}
    </button>
  );
}
