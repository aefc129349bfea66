import { useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { Page as Frame } from '../../ui/page.js';
import { ReceiptPaper } from '../../ui/receipt-paper.js';
import { Facts } from '../../ui/equation.js';
import { Loaded } from '../../ui/states.js';
import { When } from '../../ui/when.js';
import { CopyButton } from '../lifecycle/copy-button.js';
import { findWords } from './find-words.js';
import { Goods, type Sale } from './goods.js';
import { HandOver } from './hand-over.js';
import '../lifecycle/sale.css';

/** One sale as people at the counter need it: its goods, its papers, its receipt, and handing it over. */
export function Page() {
  const say = useWords(findWords);
  const { saleId } = useParams({ strict: false }) as Readonly<{ saleId: string }>;
  const sale = useCall('GET /v1/sales/{saleId}', { params: { saleId } });
  const receipt = useCall('GET /v1/sales/{saleId}/receipt', { params: { saleId } });
  const found = sale.data;
  return (
    <Frame
      title={found?.number ?? say('title')}
      crumb={{ label: say('title'), to: '/sales/find' }}
      verbs={
        <>
          <CopyButton saleId={saleId} />
          <HandOver saleId={saleId} />
        </>
      }
    >
      <div className="two counter-sale">
        <div className="story counter" tabIndex={0} role="region" aria-label={say('sale')}>
          <Loaded query={sale}>{(loaded) => <About sale={loaded} />}</Loaded>
          <Goods saleId={saleId} />
        </div>
        <aside className="pane" aria-label={say('doc-receipt')}>
          <div className="papers" tabIndex={0} role="region" aria-label={say('doc-receipt')}>
            <Loaded query={receipt}>{(data) => <ReceiptPaper receipt={data} />}</Loaded>
          </div>
        </aside>
      </div>
    </Frame>
  );
}

function About({ sale }: Readonly<{ sale: Sale }>) {
  const say = useWords(findWords);
  const { language } = useLanguage();
  const { store, terminal, customer, documents, exceptions } = sale;
  const others = documents.filter(({ kind }) => kind !== 'receipt');
  return (
    <section>
      <Facts
        rows={[
          [say('sold'), <When at={sale.capturedAt} />],
          [say('store'), `${store.name}, ${terminal.code}`],
          [say('who'), customer?.name ?? say('walkIn')],
          ...others.map(
            ({ kind, number }) =>
              [say(`doc-${kind}`), <span className="mono">{number}</span>] as const,
          ),
          ...exceptions.map(
            ({ words, detail }) => [say('noted'), words?.[language] ?? detail] as const,
          ),
        ]}
      />
    </section>
  );
}
