import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a test mail server does with a letter. Numbers are SMTP replies. */
export type MailBehaviour =
  | Readonly<{ kind: 'accept' }>
  | Readonly<{ kind: 'refuse-recipient'; code: number }>
  | Readonly<{ kind: 'refuse-message'; code: number }>
  /** Takes the whole letter and never answers. */
  | Readonly<{ kind: 'hang-after-data' }>
  /** Takes the whole letter, keeps it, and breaks the connection instead of answering. */
  | Readonly<{ kind: 'drop-after-data' }>;

export type ReceivedMail = Readonly<{ from: string; to: readonly string[]; raw: string }>;

export type MailServer = Readonly<{
  url: string;
  /** Letters that were acknowledged with 250. */
  received: ReceivedMail[];
  /** Letters whose end arrived, acknowledged or not. */
  arrived: ReceivedMail[];
  behave: (behaviour: MailBehaviour) => void;
  close: () => Promise<void>;
}>;

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  let behaviour: MailBehaviour = { kind: 'accept' };
  const received: ReceivedMail[] = [];
  const arrived: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) =>
      behaviour.kind === 'refuse-recipient' ? done(reply(behaviour.code)) : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = mailOf(session, Buffer.concat(chunks));
        arrived.push(mail);
        if (behaviour.kind === 'hang-after-data') return;
        if (behaviour.kind === 'drop-after-data') return dropConnections(server);
        if (behaviour.kind === 'refuse-message') return done(reply(behaviour.code));
        received.push(mail);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    arrived,
    behave: (next) => {
      behaviour = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function mailOf({ envelope }: SMTPServerSession, raw: Buffer): ReceivedMail {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map(({ address }) => address), raw: raw.toString('utf8') };
}

function reply(code: number): Error {
  return Object.assign(new Error('as the test wants it'), { responseCode: code });
}

function dropConnections(server: SMTPServer): void {
  const { connections } = server as unknown as {
    connections: Iterable<{ _socket: { destroy: () => void } }>;
  };
  for (const { _socket } of connections) _socket.destroy();
}
