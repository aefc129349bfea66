import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { daysBetween, isZero, money, ofUnits, todayOf, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { StandingChip, WhatStanding } from '../../ui/standing.js';
import { Loaded } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { ReceivableVerbs } from '../receivable/verbs.js';
import { Goods } from '../sale/goods.js';
import { HandOver } from '../sale/hand-over.js';
import { leftOf, partsOf, SaleMoney, type Invoice, type Story } from './sale-money.js';
import { SaleNext } from './sale-next.js';
import { SalePapers } from './sale-papers.js';
import { SaleRuns } from './sale-runs.js';
import { SaleStory } from './sale-story.js';
import { saleWords } from './sale-words.js';
import './sale.css';

/** One sale: its money as a sum, what comes next and why, what happened, and its papers. */
export function Page() {
  const say = useWords(saleWords);
  const navigate = useNavigate();
  const { saleId } = useParams({ strict: false }) as { saleId: string };
  const story = useCall('GET /v1/lifecycles/{saleId}', { params: { saleId } });
  const next = useCall('GET /v1/lifecycles/{saleId}/next-step', { params: { saleId } });
  const invoice = useInvoiceOf(story.data);
  useKeys({ Escape: () => void navigate({ to: '/sales' }) });
  const { data } = story;
  return (
    <Frame
      title={data?.number ?? say('sale')}
      crumb={{ label: say('sales'), to: '/sales' }}
      about={data === undefined ? null : <About story={data} />}
      verbs={<Verbs saleId={saleId} invoice={invoice} updatedAt={story.dataUpdatedAt} />}
      keys={keysOf(say)}
      proof={data === undefined ? null : <SumProof story={data} invoice={invoice} />}
    >
      <Loaded query={story} rows={14}>
        {(loaded) => (
          <div className="two sale">
            <div className="story" tabIndex={0} role="region" aria-label={say('story')}>
              <section aria-label={say('money')}>
                <SaleMoney story={loaded} invoice={invoice} />
                <Facts story={loaded} invoice={invoice} letters={next.data?.letters ?? null} />
              </section>
              {next.data === undefined ? null : <SaleNext next={next.data} />}
              <Goods saleId={loaded.saleId} />
              <SaleStory story={loaded} next={next.data} />
            </div>
            <Pane story={loaded} invoice={invoice} />
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

type VerbProps = Readonly<{ saleId: string; invoice: Invoice | undefined; updatedAt: number }>;

function Verbs({ saleId, invoice, updatedAt }: VerbProps) {
  return (
    <>
      <LiveMark updatedAt={updatedAt} />
      <HandOver saleId={saleId} />
      {invoice === undefined || isZero(invoice.open) ? null : (
        <ReceivableVerbs invoiceId={invoice.id} open={invoice.open} />
      )}
    </>
  );
}

function Pane({ story, invoice }: Parameters<typeof SalePapers>[0]) {
  const say = useWords(saleWords);
  return (
    <aside className="pane" aria-label={say('papers')}>
      <SalePapers story={story} invoice={invoice} />
      <SaleRuns runs={story.runs} />
    </aside>
  );
}

type Say = ReturnType<typeof useWords<keyof typeof saleWords>>;

function keysOf(say: Say) {
  return [
    ['P', say('promise')],
    ['D', say('dispute')],
    ['H', say('hold')],
    ['Esc', say('back')],
  ] as const;
}

/** The invoice of a sale, for whoever may read invoices; people of a store may not. */
function useInvoiceOf(story: Story | undefined): Invoice | undefined {
  const role = useRole();
  const found = story?.documents.find(({ kind }) => kind === 'invoice');
  const invoice = useCall(
    'GET /v1/invoices/{invoiceId}',
    { params: { invoiceId: found?.id ?? '' } },
    { enabled: found !== undefined && role !== 'storeManager' },
  );
  return found !== undefined && invoice.data?.id === found.id ? invoice.data : undefined;
}

function About({ story }: Readonly<{ story: Story }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const role = useRole();
  const { standing, dueOn, customer } = story;
  const late =
    standing === 'overdue' && dueOn !== null
      ? say('days', { n: daysBetween(dueOn, todayOf(place)) })
      : undefined;
  return (
    <>
      <StandingChip standing={standing} more={late} />
      <WhatStanding only={standing} />
      {customer === null ? null : (
        <>
          {role === 'storeManager' ? (
            <span className="medium cut">{customer.name}</span>
          ) : (
            <Link className="medium cut" to={`/customers/${customer.id}`}>
              {customer.name}
            </Link>
          )}
          <span className="quiet nowrap">{customer.number}</span>
        </>
      )}
    </>
  );
}

function Facts({
  story,
  invoice,
  letters,
}: Readonly<{ story: Story; invoice: Invoice | undefined; letters: number | null }>) {
  const say = useWords(saleWords);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say('store'), `${story.store}, ${story.terminal}`],
    ...(invoice === undefined
      ? []
      : [
          [say('reference'), invoice.paymentReference] as const,
          [
            say('invoice'),
            <Link to={`/invoices/${invoice.id}`} className="mono">
              {invoice.number}
            </Link>,
          ] as const,
        ]),
    ...(invoice === undefined || letters === null
      ? []
      : [
          [say('letters'), say('lettersOf', { sent: invoice.dunningLevel, all: letters })] as const,
        ]),
  ];
  return (
    <dl className="about">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SumProof({ story, invoice }: Readonly<{ story: Story; invoice: Invoice | undefined }>) {
  const say = useWords(saleWords);
  const difference = leftOf(story, partsOf(story, invoice)) - units(story.open);
  const { currency } = story.open;
  return (
    <Proof ties={difference === 0n}>
      {difference === 0n
        ? say('ties', { open: money(story.open) })
        : say('tiesNot', { difference: money(ofUnits(difference, currency)) })}
    </Proof>
  );
}
