import { Link, useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { useWords } from '../../words/words.js';
import { RequestPage } from '../receivable/request-page.js';
import { requestWords } from '../receivable/request-words.js';
import '../invoice/invoice.css';

/** A placement that the policy would not make, and that one person asked for. */
export function Page() {
  const say = useWords(requestWords);
  const { requestId: placementRequestId } = useParams({ strict: false }) as Readonly<{
    requestId: string;
  }>;
  const query = useCall('GET /v1/placement-requests/{placementRequestId}', {
    params: { placementRequestId },
  });
  return (
    <RequestPage
      title="placement"
      query={query}
      more={({ obstacle, placementId }) => [
        [say('obstacle'), obstacle],
        ...(placementId === null
          ? []
          : [
              [
                say('result'),
                <Link to={`/agencies/${placementId}`}>{say('theCase')}</Link>,
              ] as const,
            ]),
      ]}
    />
  );
}
