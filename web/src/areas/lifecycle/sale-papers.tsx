import { useState } from 'react';
import { DownloadButton } from '../../api/download-button.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { date, decimal, moment, money } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { ReceiptPaper } from '../../ui/receipt-paper.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { CopyButton } from './copy-button.js';
import type { Invoice, Story } from './sale-money.js';
import { saleWords } from './sale-words.js';

type Tab = Readonly<{ key: string; label: string }>;

/** The papers of a sale, one at a time: its receipt, its invoice and the letters that went out. */
export function SalePapers({
  story,
  invoice,
}: Readonly<{ story: Story; invoice: Invoice | undefined }>) {
  const say = useWords(saleWords);
  const letters = useLetters(invoice);
  const tabs: readonly Tab[] = [
    { key: 'receipt', label: say('receipt') },
    ...(invoice === undefined ? [] : [{ key: 'invoice', label: say('invoice') }]),
    ...letters.map((letter) => ({
      key: letter.id,
      label: say('reminder', { level: letter.level }),
    })),
  ];
  const [chosen, setChosen] = useState('receipt');
  const letter = letters.find(({ id }) => id === chosen);
  return (
    <>
      <div className="tabs" role="group" aria-label={say('papers')}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === chosen}
            onClick={() => setChosen(key)}
          >
            {label}
          </button>
        ))}
      </div>
      {chosen === 'receipt' ? <ReceiptTab story={story} /> : null}
      {chosen === 'invoice' && invoice !== undefined ? <InvoiceTab invoice={invoice} /> : null}
      {letter === undefined ? null : <LetterTab letter={letter} />}
    </>
  );
}

type Letter = BodyOf<'GET /v1/letters'>['data'][number];

/** What went out about the invoice of the sale, the first letter first. */
function useLetters(invoice: Invoice | undefined): readonly Letter[] {
  const query = { invoice: invoice?.id, state: 'sent', limit: 200 } as const;
  const letters = useCall('GET /v1/letters', { query }, { enabled: invoice !== undefined });
  return letters.data?.data.toReversed() ?? [];
}

function ReceiptTab({ story }: Readonly<{ story: Story }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const { saleId, number } = story;
  const receipt = useCall('GET /v1/sales/{saleId}/receipt', { params: { saleId } });
  return (
    <>
      <div className="of-paper row">
        <span className="soft">{moment(story.bookedAt, place)}</span>
        <span className="grow" />
        <CopyButton saleId={saleId} />
        <DownloadButton name="GET /v1/sales/{saleId}/receipt" id={saleId} number={number} />
      </div>
      <div className="papers" tabIndex={0} role="region" aria-label={say('document')}>
        <Loaded query={receipt}>{(data) => <ReceiptPaper receipt={data} />}</Loaded>
      </div>
    </>
  );
}

function InvoiceTab({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const { id, number } = invoice;
  return (
    <>
      <div className="of-paper row">
        <span className="soft">{date(invoice.issuedOn, place)}</span>
        <span className="grow" />
        <DownloadButton name="GET /v1/invoices/{invoiceId}" id={id} number={number} />
      </div>
      <div className="papers" tabIndex={0} role="region" aria-label={say('document')}>
        <InvoiceSheet invoice={invoice} />
      </div>
    </>
  );
}

function InvoiceSheet({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  return (
    <article className="sheet">
      <p>
        <b>{invoice.number}</b>, {date(invoice.issuedOn, place)}
      </p>
      <p className="soft">
        {say('to')} {invoice.customer.name}
        {invoice.dueOn === null ? '' : `, ${say('due')} ${date(invoice.dueOn, place)}`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('goods')}</th>
            <th scope="col" className="num">
              {say('quantity')}
            </th>
            <th scope="col" className="num">
              {say('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <tr key={line.lineNumber}>
              <td>{line.name}</td>
              <td className="num">
                {decimal(line.quantity)} {line.unit}
              </td>
              <td className="num">{money(line.net)}</td>
            </tr>
          ))}
          <tr>
            <td colSpan={2}>{say('tax')}</td>
            <td className="num">{money(invoice.tax)}</td>
          </tr>
          <tr>
            <td colSpan={2}>{say('till')}</td>
            <td className="num">{money(invoice.prepaid)}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {say('open')}
            </th>
            <td className="num">
              <b>{money(invoice.open)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="soft">
        {say('reference')} {invoice.paymentReference}
      </p>
    </article>
  );
}

/** The letter as it went out: its words, and the same on paper. */
function LetterTab({ letter }: Readonly<{ letter: Letter }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const params = { letterId: letter.id };
  const text = useCall('GET /v1/letters/{letterId}', { params }, { live: false });
  const { mail, sentAt, day } = letter;
  const number = `${letter.customer.number} ${day}`;
  return (
    <>
      <div className="of-paper row">
        <span className="soft">
          {sentAt === null ? date(day, place) : say('sentOn', { at: moment(sentAt, place) })}
          {mail === null ? '' : `, ${mail.recipient}`}
        </span>
        <span className="grow" />
        <DownloadButton name="GET /v1/letters/{letterId}" id={letter.id} number={number} />
      </div>
      <div className="papers" tabIndex={0} role="region" aria-label={say('document')}>
        <article className="sheet">
          <Loaded query={text} rows={6}>
            {(words) => (
              <>
                <p>
                  <b>{mail?.subject ?? words.subject}</b>
                </p>
                <p className="letter-text">{words.text}</p>
              </>
            )}
          </Loaded>
        </article>
      </div>
    </>
  );
}
