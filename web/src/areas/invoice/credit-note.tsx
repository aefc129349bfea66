import { Link, useParams } from '@tanstack/react-router';
import { DownloadButton } from '../../api/download-button.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { Equation, Facts } from '../../ui/equation.js';
import { units } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Day } from '../../ui/when.js';
import { defineWords, useWords } from '../../words/words.js';
import './invoice.css';

const words = defineWords({
  title: { en: 'Credit note', id: 'Nota kredit' },
  sales: { en: 'Sales', id: 'Penjualan' },
  money: { en: 'The money of this credit note', id: 'Uang nota kredit ini' },
  net: { en: 'Net', id: 'Neto' },
  tax: { en: 'Tax', id: 'Pajak' },
  total: { en: 'Credited', id: 'Dikreditkan' },
  ties: {
    en: 'Net and tax are what is credited',
    id: 'Neto dan pajak sama dengan yang dikreditkan',
  },
  tiesNot: { en: 'The sum does not come out', id: 'Jumlahnya tidak cocok' },
  about: { en: 'About it', id: 'Keterangan' },
  invoice: { en: 'Of invoice', id: 'Atas faktur' },
  customer: { en: 'Customer', id: 'Pelanggan' },
  issued: { en: 'Issued', id: 'Terbit' },
  reason: { en: 'Why', id: 'Alasan' },
  dispute: { en: 'Settles', id: 'Menyelesaikan' },
  theDispute: { en: 'a dispute of the customer', id: 'keberatan pelanggan' },
});

type CreditNote = BodyOf<'GET /v1/credit-notes/{creditNoteId}'>;

/** One credit note: its sum, the invoice that it takes from, and its paper. */
export function Page() {
  const say = useWords(words);
  const { creditNoteId } = useParams({ strict: false }) as Readonly<{ creditNoteId: string }>;
  const read = useCall('GET /v1/credit-notes/{creditNoteId}', { params: { creditNoteId } });
  const { data } = read;
  return (
    <Frame
      title={data?.number ?? say('title')}
      crumb={{ label: say('sales'), to: '/sales' }}
      verbs={
        data === undefined ? null : (
          <DownloadButton
            name="GET /v1/credit-notes/{creditNoteId}"
            id={data.id}
            number={data.number}
          />
        )
      }
      proof={data === undefined ? null : <Ties note={data} />}
    >
      <div className="body invoice" tabIndex={0} role="region" aria-label={say('title')}>
        <Loaded query={read}>{(note) => <Parts note={note} />}</Loaded>
      </div>
    </Frame>
  );
}

function Ties({ note }: Readonly<{ note: CreditNote }>) {
  const say = useWords(words);
  const ties = units(note.net) + units(note.tax) === units(note.total);
  return <Proof ties={ties}>{say(ties ? 'ties' : 'tiesNot')}</Proof>;
}

function Parts({ note }: Readonly<{ note: CreditNote }>) {
  const say = useWords(words);
  const { customer, invoiceId, invoiceNumber, disputeId } = note;
  return (
    <>
      <section>
        <Equation
          label={say('money')}
          terms={[
            { label: say('net'), value: <Money of={note.net} /> },
            { sign: '+', label: say('tax'), value: <Money of={note.tax} /> },
            { sign: '=', label: say('total'), value: <Money of={note.total} /> },
          ]}
        />
      </section>
      <section aria-label={say('about')}>
        <Facts
          rows={[
            [
              say('invoice'),
              <Link to={`/invoices/${invoiceId}`} className="mono">
                {invoiceNumber}
              </Link>,
            ],
            [say('customer'), <Link to={`/customers/${customer.id}`}>{customer.name}</Link>],
            [say('issued'), <Day on={note.issuedOn} />],
            [say('reason'), note.reason],
            ...(disputeId === null ? [] : [[say('dispute'), say('theDispute')] as const]),
          ]}
        />
      </section>
    </>
  );
}
