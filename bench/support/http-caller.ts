import http from 'node:http';

export type HttpAnswer = Readonly<{
  status: number;
  body: string;
  headers: http.IncomingHttpHeaders;
}>;

export type HttpCaller = Readonly<{
  send: (
    request: Readonly<{
      method: string;
      path: string;
      token: string;
      body?: unknown;
      headers?: Record<string, string>;
    }>,
  ) => Promise<HttpAnswer>;
  close: () => void;
}>;

/** A caller that keeps its connections open, as tills do; cheap, because it shares the machine with what it measures. */
export function createHttpCaller(baseUrl: string, connections: number): HttpCaller {
  const { hostname, port } = new URL(baseUrl);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    send: ({ method, path, token, body, headers = {} }) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
        const request = http.request(
          {
            agent,
            hostname,
            port,
            method,
            path,
            headers: {
              authorization: `Bearer ${token}`,
              ...(payload
                ? { 'content-type': 'application/json', 'content-length': payload.length }
                : {}),
              ...headers,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                body: Buffer.concat(chunks).toString(),
                headers: response.headers,
              }),
            );
          },
        );
        request.on('error', reject);
        request.end(payload);
      }),
  };
}
