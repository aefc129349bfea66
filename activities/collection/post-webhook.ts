import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { messageOf } from '../../platform/fault.js';
import { pinnedTo, type OutsideAddress } from '../../platform/outside-address.js';

/** A slower receiver counts as down; receivers may answer first and process afterwards. */
const ANSWER_WITHIN_MS = 5_000;

/** The answer's content is not used; longer answers are cut off. */
const ANSWER_BYTES_MAX = 64 * 1024;

export type WebhookMessage = Readonly<{
  /** The same on every attempt, so that the receiver recognises the message. */
  id: string;
  type: string;
  /** RFC 3339, business time of the fact. */
  occurredAt: string;
  data: unknown;
}>;

export type WebhookTarget = Readonly<{
  to: OutsideAddress;
  /** Each `whsec_` and base64, the newest first. During a change of secrets all sign; the receiver accepts any. */
  secrets: readonly string[];
  /** The machine's clock: receivers refuse messages older than five minutes by their clock. */
  realTimeMs: () => number;
}>;

export type WebhookAnswer =
  | Readonly<{ kind: 'delivered'; status: number }>
  | Readonly<{ kind: 'refused'; status: number }>
  | Readonly<{ kind: 'failed'; error: string }>;

/**
 * Sends one message as Standard Webhooks describes it (signatures over `id.timestamp.body`). Only 2xx counts as
 * delivered: a redirect is not followed, because its target was not checked. Never throws.
 */
export async function postWebhook(
  { id, type, occurredAt, data }: WebhookMessage,
  { to, secrets, realTimeMs }: WebhookTarget,
): Promise<WebhookAnswer> {
  const body = JSON.stringify({ type, timestamp: occurredAt, data });
  const sentAt = new Date(realTimeMs());
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Lunas-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(sentAt.getTime() / 1_000),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(id, sentAt, body))
      .join(' '),
  };
  try {
    const status = await post(to, { headers, body });
    return { kind: status >= 200 && status < 300 ? 'delivered' : 'refused', status };
  } catch (error) {
    return { kind: 'failed', error: messageOf(error) };
  }
}

function post(
  to: OutsideAddress,
  { headers, body }: Readonly<{ headers: RequestOptions['headers']; body: string }>,
): Promise<number> {
  const send = to.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      to.url,
      {
        method: 'POST',
        headers: headers ?? {},
        agent: false,
        lookup: pinnedTo(to),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
      (response) => {
        drain(response).then(() => resolve(response.statusCode ?? 0), reject);
      },
    );
    request.once('error', (error) =>
      reject(isTimeout(error) ? new Error('no answer in time') : error),
    );
    request.end(body);
  });
}

async function drain(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > ANSWER_BYTES_MAX) {
      response.destroy();
      return;
    }
  }
}

function isTimeout(error: Error): boolean {
  return error.name === 'AbortError' || error.name === 'TimeoutError';
}
