import { Link, useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { Facts } from '../../ui/equation.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { Balanced, DocumentOf, Entries, type Entry } from './entries.js';
import { ledgerWords } from './ledger-words.js';
import './ledger.css';

/** One entry of the journal, with the document that was booked. */
export function Page() {
  const say = useWords(ledgerWords);
  const { entryId } = useParams({ strict: false }) as Readonly<{ entryId: string }>;
  const read = useCall('GET /v1/journal-entries/{entryId}', { params: { entryId } });
  const found = read.data;
  return (
    <Frame
      title={found?.description ?? say('entry')}
      crumb={{ label: say('title'), to: '/ledger' }}
      proof={found === undefined ? null : <Balanced entries={[found]} />}
    >
      <div className="body entry-page" tabIndex={0} role="region" aria-label={say('entry')}>
        <Loaded query={read} rows={6}>
          {(entry) => (
            <>
              <section>
                <EntryFacts entry={entry} />
              </section>
              <Entries entries={[entry]} />
            </>
          )}
        </Loaded>
      </div>
    </Frame>
  );
}

function EntryFacts({ entry }: Readonly<{ entry: Entry }>) {
  const say = useWords(ledgerWords);
  const { businessDate, kind } = entry;
  return (
    <Facts
      rows={[
        [
          say('day'),
          <Link to="/ledger" search={{ view: 'journal', day: businessDate }}>
            <Day on={businessDate} />
          </Link>,
        ],
        [say('document'), <DocumentOf entry={entry} />],
        [say('kindOf'), <span className="mono">{kind}</span>],
        [say('bookedAt'), <When at={entry.bookedAt} />],
        [say('legalEntity'), entry.legalEntity],
      ]}
    />
  );
}
