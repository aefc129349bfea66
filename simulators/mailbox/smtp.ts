import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { hasCode, OperatorFault } from '../../platform/fault.js';
import type { MailStore } from './store.js';

/** Larger than any invoice mail, and a common limit of real servers. */
const MESSAGE_BYTES_MAX = 25 * 1024 * 1024;

export type MailServer = Readonly<{ port: number; close: () => Promise<void> }>;

/** Accepts every message for every address on 127.0.0.1 and answers "250" only when it is stored. */
export function startMailServer(store: MailStore, port: number): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    disabledCommands: ['STARTTLS'],
    // No reverse DNS look-up: senders are on this machine, and without a name server each look-up takes a second.
    disableReverseLookup: true,
    size: MESSAGE_BYTES_MAX,
    logger: false,
    onData: (stream, session, done) => {
      void receive({ stream, session, done }, store);
    },
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) => {
      // A client that hangs up is ignored; a taken port is reported.
      if (hasCode(error, 'EADDRINUSE'))
        reject(
          new OperatorFault(`Port ${port} is taken: end what uses it, or set LUNAS_SMTP_PORT.`),
        );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: bound, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

type Delivery = Readonly<{
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
  done: (fault: Error | null, answer?: string) => void;
}>;

async function receive({ stream, session, done }: Delivery, store: MailStore): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw tooLarge();
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    const to = rcptTo.map(({ address }) => address);
    const { id } = await store.add(Buffer.concat(chunks), { from, to });
    done(null, `kept as ${id}`);
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

function tooLarge(): Error {
  // RFC 5321, 4.2.3: 552 is "exceeded storage allocation", what servers answer to a message too large.
  return Object.assign(new Error(`The message is larger than ${MESSAGE_BYTES_MAX} bytes`), {
    responseCode: 552,
  });
}
