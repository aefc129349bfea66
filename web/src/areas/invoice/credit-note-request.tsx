import { Link, useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { useWords } from '../../words/words.js';
import { RequestPage } from '../receivable/request-page.js';
import { requestWords } from '../receivable/request-words.js';
import './invoice.css';

/** A credit note that one person asked for. */
export function Page() {
  const say = useWords(requestWords);
  const { requestId: creditNoteRequestId } = useParams({ strict: false }) as Readonly<{
    requestId: string;
  }>;
  const query = useCall('GET /v1/credit-note-requests/{creditNoteRequestId}', {
    params: { creditNoteRequestId },
  });
  return (
    <RequestPage
      title="creditNote"
      query={query}
      more={({ creditNoteId }) =>
        creditNoteId === null
          ? []
          : [[say('result'), <Link to={`/credit-notes/${creditNoteId}`}>{say('theNote')}</Link>]]
      }
    />
  );
}
