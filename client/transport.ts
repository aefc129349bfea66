/** One request as it goes over the wire. */
export type WireRequest = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array | undefined;
  /** Aborted when the attempt has taken too long. */
  signal: AbortSignal;
}>;

export type WireAnswer = Readonly<{
  status: number;
  /** By its name in small letters. */
  header: (name: string) => string | undefined;
  bytes: Uint8Array;
}>;

/** Sends one request; throws when there is no whole answer. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

/** `fetch`, as browsers and Node.js have it. */
export const fetchTransport: Transport = async ({ method, url, headers, body, signal }) => {
  const answer = await fetch(url, {
    method,
    headers,
    signal,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, header: (name) => answer.headers.get(name) ?? undefined, bytes };
};
