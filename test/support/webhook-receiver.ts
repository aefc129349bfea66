import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closedAfterTest } from './left-open.js';

export type ReceivedWebhook = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

export type WebhookReceiver = Readonly<{
  url: string;
  /** Everything that was asked of it, answered well or not. */
  received: ReceivedWebhook[];
  /** How it answers from now on; 204 if not said otherwise. */
  answer: (respond: (response: ServerResponse) => void) => void;
  close: () => Promise<void>;
}>;

/** An agency's server on a free port of this machine. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let respond = (response: ServerResponse): void => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      respond(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lunas`,
    received,
    answer: (next) => {
      respond = next;
    },
    close: closedAfterTest(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  };
}
