import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Json, Shop } from './shop.js';

export type Told = Readonly<{ type: string; placementId: string; data: Json }>;

/** A simulated collection agency: receives signed webhooks and calls the partner API. */
export type AgencyActor = Readonly<{
  url: string;
  /** A received message whose signature was checked. */
  told: readonly Told[];
  report: (
    shop: Shop,
    placement: Readonly<{ id: string; partner: string }>,
    event: Readonly<{ sequence: number; type: string; [field: string]: unknown }>,
  ) => Promise<Json>;
  close: () => void;
}>;

/** `secrets` of the partners by their code; each webhook must be signed with one of them. */
export async function openAgency(secrets: readonly string[]): Promise<AgencyActor> {
  const told: Told[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = verified(secrets, Buffer.concat(chunks).toString(), request.headers);
      if (body === undefined) return response.writeHead(401).end();
      told.push({
        type: body.type,
        placementId: body.data?.placementId ?? body.placementId,
        data: body.data ?? body,
      });
      return response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/lunas`,
    told,
    close: () => server.close(),
    report: async (shop, placement, event) => {
      const body = { occurredAt: shop.clock.iso(), ...event };
      const path = `/v1/agency/placements/${placement.id}/events`;
      const answer = await shop.api(placement.partner, `POST ${path}`, { body });
      if (answer.status >= 300)
        throw new Error(`the event was refused: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

function verified(
  secrets: readonly string[],
  body: string,
  headers: http.IncomingHttpHeaders,
): Json {
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(body, headers as Record<string, string>);
    } catch {
      // Not signed by this partner's secret; the next one is tried.
    }
  }
  return undefined;
}
