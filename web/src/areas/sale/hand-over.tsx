import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { SELLERS } from '../../../../contract/roles.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { findWords } from './find-words.js';

type Kept = Readonly<{ id: string; number: string }>;

/** The goods that were kept leave the shop. It has no way back: what comes back is a return. */
export function HandOver({ saleId }: Readonly<{ saleId: string }>) {
  const say = useWords(findWords);
  const role = useRole();
  const sells = SELLERS.some((one) => one === role);
  const sale = useCall('GET /v1/sales/{saleId}', { params: { saleId } }, { enabled: sells }).data;
  const [isOpen, setOpen] = useState(false);
  const mayHand = sells && sale?.deliveryState === 'pending';
  useKeys({ o: () => (mayHand ? setOpen(true) : false) });
  if (!mayHand || sale === undefined) return null;
  return (
    <>
      <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
        <IconPackageExport className="i" />
        {say('handOver')} <kbd>O</kbd>
      </button>
      {isOpen ? <HandOverDialog sale={sale} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HandOverDialog({ sale, onClose }: Readonly<{ sale: Kept; onClose: () => void }>) {
  const say = useWords(findWords);
  const tell = useToast();
  const deliver = useAct('POST /v1/sales/{saleId}/delivery');
  const { id: saleId, number } = sale;
  const hand = async () => {
    const { kind } = await deliver.mutateAsync({ params: { saleId } });
    onClose();
    tell(say(kind === 'delivered' ? 'handedOver' : 'hadLeft', { number }));
  };
  return (
    <FormDialog
      title={say('handOverOf', { number })}
      submit={say('handOver')}
      act={deliver}
      onSubmit={() => void hand().catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('handOverWhy')}</p>
    </FormDialog>
  );
}
