import http from 'node:http';

export type HttpAnswer = Readonly<{
  status: number;
  body: string;
  headers: http.IncomingHttpHeaders;
}>;

export type HttpRequest = Readonly<{
  method: string;
  path: string;
  token: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: Readonly<{ content: string | Uint8Array; type: string }>;
  headers?: Readonly<Record<string, string>>;
}>;

export type HttpCaller = Readonly<{
  send: (request: HttpRequest) => Promise<HttpAnswer>;
  close: () => void;
}>;

/**
 * Calls the API as terminals do, over persistent connections; it uses little CPU, because it often shares the machine
 * with the API.
 */
export function createHttpCaller(baseUrl: string, connections: number): HttpCaller {
  const { hostname, port } = new URL(baseUrl);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    send: (wanted) =>
      new Promise((resolve, reject) => {
        const payload = payloadOf(wanted);
        const { method, path } = wanted;
        const headers = headersOf(wanted, payload);
        const request = http.request(
          { agent, hostname, port, method, path, headers },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const body = Buffer.concat(chunks).toString();
              resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
            });
          },
        );
        request.on('error', reject);
        request.end(payload?.content);
      }),
  };
}

type Payload = Readonly<{ content: Buffer; type: string }>;

function payloadOf({ body, raw }: HttpRequest): Payload | undefined {
  if (raw !== undefined) return { content: Buffer.from(raw.content), type: raw.type };
  if (body === undefined) return undefined;
  return { content: Buffer.from(JSON.stringify(body)), type: 'application/json' };
}

function headersOf(
  { token, headers }: HttpRequest,
  payload: Payload | undefined,
): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    ...(payload === undefined
      ? {}
      : { 'content-type': payload.type, 'content-length': String(payload.content.length) }),
    ...headers,
  };
}
