import { connect } from 'node:tls';
import { isGrpcServiceError } from '@temporalio/client';
import { messageOf, OperatorFault } from '../fault.js';
import { temporalEndpoint, type ConnectionConfig, type TemporalTls } from './connection.js';

/** How long the server gets to show its certificate and to accept ours. */
const HANDSHAKE_WITHIN_MS = 3_000;

/**
 * The reason why the server could not be reached, in one sentence that says what to do. The SDK only reports that time
 * ran out, so the TLS handshake is tried once more by itself.
 */
export async function connectionFault(
  config: ConnectionConfig,
  error: unknown,
): Promise<OperatorFault> {
  if (error instanceof OperatorFault) return error;
  const { address, tls } = temporalEndpoint(config);
  const refused = tls === false ? undefined : await handshakeFault(address, tls);
  return new OperatorFault(
    `The Temporal server at ${address} ${refused ?? answerIn(error) ?? `does not answer (${messageOf(error)}): see that it runs and that TEMPORAL_ADDRESS names it`}.`,
  );
}

/** gRPC status codes of a server that answers: what to do about it. */
const ANSWERS: Readonly<Record<number, string>> = {
  5: 'does not know this: see that TEMPORAL_NAMESPACE names a namespace that exists there',
  7: 'does not allow this: see that TEMPORAL_API_KEY or the certificate may use TEMPORAL_NAMESPACE',
  16: 'does not know us: see that TEMPORAL_API_KEY is valid and has not expired',
};

function answerIn(error: unknown): string | undefined {
  const told = ANSWERS[isGrpcServiceError(error) ? error.code : -1];
  return told === undefined ? undefined : `${told} (${messageOf(error)})`;
}

/** What is wrong with the certificates; undefined when both sides accept each other or nobody listens. */
async function handshakeFault(address: string, tls: TemporalTls): Promise<string | undefined> {
  const error = await handshakeError(address, tls);
  if (error === undefined) return undefined;
  if (/alert|handshake failure|ECONNRESET|EPIPE|socket hang up/i.test(error))
    return tls.clientCertPair === undefined
      ? 'demands a client certificate: set TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH'
      : 'does not accept our client certificate: see that TEMPORAL_TLS_CLIENT_CERT_PATH is signed by a CA that it trusts and has not expired';
  if (/altname|hostname/i.test(error))
    return `has a certificate for another name (${error}): set TEMPORAL_TLS_SERVER_NAME to the name in it`;
  if (/certificate|self.signed|issuer/i.test(error))
    return `shows a certificate that we do not trust (${error}): set TEMPORAL_TLS_SERVER_CA_CERT_PATH to the CA that signed it`;
  if (/wrong version|packet length|unknown protocol/i.test(error))
    return 'does not speak TLS: set TEMPORAL_TLS=off, or see that TEMPORAL_ADDRESS names the port that does';
  return undefined;
}

/** With TLS 1.3 a refused client certificate shows only when the server writes: HTTP/2 servers write first. */
function handshakeError(address: string, tls: TemporalTls): Promise<string | undefined> {
  const [host = '', port = ''] = address.split(':', 2);
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port),
      ALPNProtocols: ['h2'],
      servername: tls.serverNameOverride ?? nameOf(host),
      ca: tls.serverRootCACertificate,
      cert: tls.clientCertPair?.crt,
      key: tls.clientCertPair?.key,
    });
    const end = (fault?: string): void => {
      socket.destroy();
      resolve(fault);
    };
    socket.setTimeout(HANDSHAKE_WITHIN_MS, () => end());
    socket.once('data', () => end());
    socket.once('error', (error) => end(error.message));
    socket.once('close', () => end('ECONNRESET'));
  });
}

/** An address in digits is not a server name (RFC 6066). */
function nameOf(host: string): string {
  return /^[\d.]+$/.test(host) ? '' : host;
}
