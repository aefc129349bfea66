import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export type SmtpTimeouts = Readonly<{
  connectMs: number;
  /** The longest wait for an answer of the server, also after the whole message was sent. */
  silenceMs: number;
  /** For the whole SMTP session; below the activity's time limit, so that no second attempt overlaps it. */
  totalMs: number;
}>;

export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connectMs: 10_000,
  silenceMs: 40_000,
  totalMs: 50_000,
};

export type Envelope = Readonly<{ from: string; to: string }>;

export type Delivery =
  | Readonly<{ kind: 'accepted' }>
  /** The server will never take this letter for this address. */
  | Readonly<{ kind: 'refused'; reason: string }>
  /** Certainly not accepted; try again. */
  | Readonly<{ kind: 'delayed'; reason: string }>
  /** The whole letter was sent and no answer came: it may or may not have arrived. */
  | Readonly<{ kind: 'ambiguous'; reason: string }>
  /** `mayHandOver` said no: nothing was handed over. */
  | Readonly<{ kind: 'withdrawn' }>;

export type Conversation = Readonly<{
  smtpUrl: string;
  timeouts: SmtpTimeouts;
  envelope: Envelope;
  message: Buffer;
  /** Asked once, just before the end of the letter is sent: the last moment at which it can be withdrawn. */
  mayHandOver: () => Promise<boolean>;
}>;

/** Delivers one message. Never throws. */
export type Carrier = (letter: Omit<Conversation, 'smtpUrl' | 'timeouts'>) => Promise<Delivery>;

/** Delivers one message to the mail server over a connection of its own. Never throws. */
export function deliverMessage(conversation: Conversation): Promise<Delivery> {
  const { smtpUrl, timeouts, envelope, message } = conversation;
  return new Promise((resolve) => {
    const { auth, ...server } = parseConnectionUrl(smtpUrl);
    const connection = new SMTPConnection({
      ...server,
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.connectMs,
      dnsTimeout: timeouts.connectMs,
      socketTimeout: timeouts.silenceMs,
      socketCloseTimeout: 0,
      logger: false,
    });
    const handOver: HandOver = { state: 'not-begun' };
    const end = (error?: SmtpError | null): void => {
      clearTimeout(deadline);
      connection.close();
      resolve(error ? judge(error, handOver) : { kind: 'accepted' });
    };
    const deadline = setTimeout(
      () => end(new Error('the conversation took too long')),
      timeouts.totalMs,
    );
    const send = (): void =>
      connection.send(
        { ...envelope, to: [envelope.to], size: message.length },
        Readable.from(inTwoParts(message, conversation.mayHandOver, handOver)),
        (error) => end(error),
      );
    connection.once('error', end);
    connection.connect((error) => {
      if (error) return end(error);
      if (auth === undefined || !connection.allowsAuth) return send();
      connection.login({ credentials: auth }, (failure) => (failure ? end(failure) : send()));
    });
  });
}

type SmtpError = Readonly<{
  message: string;
  responseCode?: number | undefined;
  code?: string | undefined;
}>;
type HandOver = { state: 'not-begun' | 'withdrawn' | 'handed-over' };

/** The SMTP session was in the wrong state (503) or needs a login (530): a fault of our settings, not of the letter. */
const PERMANENT_BUT_OURS: readonly number[] = [503, 530, 534, 535, 538];

/** Bytes held back until the hand-over is allowed: without its end the server cannot accept a letter. */
const END_BYTES = 2;

async function* inTwoParts(
  message: Buffer,
  mayHandOver: () => Promise<boolean>,
  handOver: HandOver,
): AsyncGenerator<Buffer> {
  const cut = Math.max(0, message.length - END_BYTES);
  yield message.subarray(0, cut);
  if (!(await mayHandOver())) {
    handOver.state = 'withdrawn';
    throw new Error('the letter was withdrawn');
  }
  handOver.state = 'handed-over';
  yield message.subarray(cut);
}

function judge(error: SmtpError, { state }: HandOver): Delivery {
  if (state === 'withdrawn') return { kind: 'withdrawn' };
  const { responseCode, code } = error;
  const reason = responseCode === undefined ? (code ?? 'no answer') : `answer ${responseCode}`;
  if (responseCode === undefined) {
    if (state === 'handed-over') return { kind: 'ambiguous', reason };
    return code === 'EENVELOPE' ? { kind: 'refused', reason } : { kind: 'delayed', reason };
  }
  const isPermanent =
    responseCode >= 500 && responseCode < 600 && !PERMANENT_BUT_OURS.includes(responseCode);
  return isPermanent ? { kind: 'refused', reason: error.message } : { kind: 'delayed', reason };
}
