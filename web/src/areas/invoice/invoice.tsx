import { Link, useParams } from '@tanstack/react-router';
import { DownloadButton } from '../../api/download-button.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { Equation, Facts } from '../../ui/equation.js';
import { isZero, ofUnits, units } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Chip, type StatusLook } from '../../ui/status.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ReceivableVerbs } from '../receivable/verbs.js';
import { InvoiceLetters } from './invoice-letters.js';
import { Items, Lines, Said, Settlements } from './invoice-parts.js';
import { invoiceWords } from './invoice-words.js';
import './invoice.css';

export type Invoice = BodyOf<'GET /v1/invoices/{invoiceId}'>;

const LOOKS: Readonly<Record<Invoice['status'], StatusLook>> = {
  open: { shape: 'notDue', family: 'wait' },
  overdue: { shape: 'overdue', family: 'over' },
  placed: { shape: 'agency', family: 'agency' },
  settled: { shape: 'paid', family: 'in' },
};

/** One invoice: its money as a sum, its lines, what settled it, its letters, its paper. */
export function Page() {
  const say = useWords(invoiceWords);
  const { invoiceId } = useParams({ strict: false }) as Readonly<{ invoiceId: string }>;
  const read = useCall('GET /v1/invoices/{invoiceId}', { params: { invoiceId } });
  const found = read.data;
  return (
    <Frame
      title={found?.number ?? say('invoice')}
      crumb={{ label: say('sales'), to: '/sales' }}
      about={
        found === undefined ? null : <Chip look={LOOKS[found.status]}>{say(found.status)}</Chip>
      }
      verbs={found === undefined ? null : <Verbs invoice={found} />}
      proof={found === undefined ? null : <Ties invoice={found} />}
    >
      <div className="body invoice" tabIndex={0} role="region" aria-label={say('invoice')}>
        <Loaded query={read} rows={12}>
          {(invoice) => <Parts invoice={invoice} />}
        </Loaded>
      </div>
    </Frame>
  );
}

function Verbs({ invoice }: Readonly<{ invoice: Invoice }>) {
  const { id, number, open } = invoice;
  return (
    <>
      {isZero(open) ? null : <ReceivableVerbs invoiceId={id} open={open} />}
      <DownloadButton name="GET /v1/invoices/{invoiceId}" id={id} number={number} />
    </>
  );
}

const SETTLED_BY = ['payment', 'remittance', 'deduction', 'credit-note', 'write-off'] as const;

/** What was asked for and what settled it, by kind, in the smallest booked unit. */
function sumsOf({ openItems, settlements }: Invoice) {
  const asked = openItems.reduce((sum, { amount }) => sum + units(amount), 0n);
  const settled = SETTLED_BY.map((kind) => {
    const ofKind = settlements.filter((one) => one.kind === kind);
    return [kind, ofKind.reduce((sum, { amount }) => sum + units(amount), 0n)] as const;
  });
  return { asked, settled: settled.filter(([, sum]) => sum !== 0n) };
}

function Ties({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  const { asked, settled } = sumsOf(invoice);
  const ties = asked - settled.reduce((sum, [, part]) => sum + part, 0n) === units(invoice.open);
  return <Proof ties={ties}>{say(ties ? 'ties' : 'tiesNot')}</Proof>;
}

function Parts({ invoice }: Readonly<{ invoice: Invoice }>) {
  return (
    <>
      <section>
        <MoneyOf invoice={invoice} />
      </section>
      <About invoice={invoice} />
      <Lines invoice={invoice} />
      <Items items={invoice.openItems} />
      <Settlements settlements={invoice.settlements} />
      <Said invoice={invoice} />
      <InvoiceLetters invoice={invoice} />
    </>
  );
}

function MoneyOf({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  const { asked, settled } = sumsOf(invoice);
  const { currency } = invoice.open;
  return (
    <Equation
      label={say('money')}
      terms={[
        { label: say('asked'), value: <Money of={ofUnits(asked, currency)} /> },
        ...settled.map(([kind, sum]) => ({
          sign: '\u2212' as const,
          label: say(`by-${kind}`),
          value: <Money of={ofUnits(sum, currency)} />,
        })),
        { sign: '=', label: say('left'), value: <Money of={invoice.open} /> },
      ]}
    />
  );
}

function About({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  const { customer, saleId, dueOn } = invoice;
  return (
    <section aria-label={say('about')}>
      <Facts
        rows={[
          [say('customer'), <Link to={`/customers/${customer.id}`}>{customer.name}</Link>],
          [say('store'), invoice.store],
          [
            say('sale'),
            saleId === null ? say('brought') : <Link to={`/sales/${saleId}`}>{say('story')}</Link>,
          ],
          [say('issued'), <Day on={invoice.issuedOn} />],
          [say('due'), dueOn === null ? '\u2013' : <Day on={dueOn} />],
          [say('reference'), <span className="mono">{invoice.paymentReference}</span>],
          [say('level'), invoice.dunningLevel],
          [say('prepaid'), <Money of={invoice.prepaid} />],
        ]}
      />
    </section>
  );
}
