import { LIST_LIMIT_MAX } from '../../../../contract/list-limits.js';
import type { BodyOf } from '../../api/client.js';
import { dayIn, moneyIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download, type ReadRows } from '../../ui/download.js';
import { useSession } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { filesWords, outcomeWords } from './files-words.js';
import type { BankFile } from './one-file.js';

type Line = BankFile['lines'][number];
type Page = BodyOf<'GET /v1/bank-statements/{statementId}'>;

type Props = Readonly<{ file: BankFile; outcome: Line['outcome'] | undefined }>;

/** The lines of a file, of one outcome if that is shown, to be taken along. */
export function TakeLines({ file, outcome }: Props) {
  const say = useWords(filesWords);
  const name = useWords(outcomeWords);
  const { client } = useSession();
  const columns: readonly FileColumn<Line>[] = [
    { id: 'place', head: say('place'), value: ({ place }) => textIn(place) },
    { id: 'date', head: say('date'), value: ({ bookingDate }) => dayIn(bookingDate) },
    { id: 'payer', head: say('payer'), value: ({ payerName }) => textIn(payerName) },
    { id: 'text', head: say('text'), value: ({ text }) => textIn(text) },
    { id: 'outcome', head: say('outcome'), value: (line) => textIn(name(line.outcome)) },
    {
      id: 'amount',
      head: say('amount', { symbol: file.lines[0]?.amount.currency ?? 'IDR' }),
      value: (line) => moneyIn(line.amount),
    },
  ];
  const read = async (most: number): Promise<ReadRows<Line>> => {
    const rows: Line[] = [];
    let cursor: string | undefined;
    do {
      const answer = await client.call('GET /v1/bank-statements/{statementId}', {
        params: { statementId: file.id },
        query: { outcome, cursor, limit: LIST_LIMIT_MAX },
      });
      const page = answer.body as Page;
      rows.push(...page.lines);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && rows.length < most);
    return { rows: rows.slice(0, most), whole: cursor === undefined && rows.length <= most };
  };
  return (
    <Download
      exportAs="bank-file-lines"
      title={say('lines')}
      columns={columns}
      read={read}
      filters={new URLSearchParams({ file: file.id, ...(outcome && { outcome }) }).toString()}
      isEmpty={file.lineCount === 0}
    />
  );
}
