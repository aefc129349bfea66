import { useCall } from '../../api/use-call.js';
import { Loaded } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Invoice } from './invoice.js';
import { Part } from './invoice-parts.js';
import { invoiceWords } from './invoice-words.js';

const LOOKS = {
  preparing: { shape: 'captured', family: 'wait' },
  sent: { shape: 'paid', family: 'in' },
  failed: { shape: 'cancelled', family: 'bad' },
  suppressed: { shape: 'off', family: 'off' },
} as const satisfies Record<string, StatusLook>;

/** The letters that named this invoice, with where they went. */
export function InvoiceLetters({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  const query = { invoice: invoice.id, limit: 200 };
  const letters = useCall('GET /v1/letters', { query });
  return (
    <Loaded query={letters} rows={2}>
      {({ data }) => (
        <Part
          title={say('letters')}
          heads={[[say('what'), 'wide'], [say('state')], [say('to')], [say('payBy')]]}
          none={say('noLetter')}
        >
          {data.map((letter) => {
            const named = letter.invoices.find(({ id }) => id === invoice.id);
            return (
              <tr key={letter.id}>
                <td className="wide">
                  {say('reminder', { level: named?.level ?? letter.level })},{' '}
                  {letter.sentAt === null ? <Day on={letter.day} /> : <When at={letter.sentAt} />}
                </td>
                <td>
                  <Status look={LOOKS[letter.state]}>{say(letter.state)}</Status>
                </td>
                <td>{letter.mail?.recipient ?? '\u2013'}</td>
                <td>{named === undefined ? '\u2013' : <Day on={named.payBy} />}</td>
              </tr>
            );
          })}
        </Part>
      )}
    </Loaded>
  );
}
