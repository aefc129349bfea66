import { connect, type Socket } from 'node:net';
import { createReplyReader, type Reply } from './replies.js';

/** One TCP connection to a printer. Nothing here throws or waits past the deadline. */
export type PrinterConnection = Readonly<{
  /** True once all bytes are with the operating system; false when the connection is lost or time is up. */
  write: (bytes: Uint8Array) => Promise<boolean>;
  /** The next reply that `wanted` accepts, within `withinMs`; other replies are dropped. */
  reply: <T>(wanted: (reply: Reply) => T | undefined, withinMs: number) => Promise<T | undefined>;
  isLost: () => boolean;
  /** Milliseconds to the deadline of the whole job, never negative. */
  remainingMs: () => number;
  /** Closes the connection after all bytes have been sent. */
  finish: () => Promise<void>;
  /** Drops the connection with all unsent bytes. */
  drop: () => void;
}>;

export type Destination = Readonly<{ host: string; port: number; deadlineMs: number }>;

/** The operating system's error code for a failed connection, as `code`. */
export type ConnectFailure = Readonly<{ kind: 'failed'; code: string }>;

/** A peer that does not close is dropped after this. */
const FINISH_MS_MAX = 500;

/** Connects within the deadline, which then holds for everything done on the connection. */
export async function openPrinter(
  destination: Destination,
): Promise<PrinterConnection | ConnectFailure> {
  const deadline = performance.now() + destination.deadlineMs;
  const remainingMs = (): number => Math.max(0, deadline - performance.now());
  const socket = connect({ host: destination.host, port: destination.port, noDelay: true });
  const failure = await connected(socket, remainingMs());
  if (failure !== undefined) {
    socket.destroy();
    return { kind: 'failed', code: failure };
  }
  return connectionOn(socket, remainingMs);
}

function connectionOn(socket: Socket, remainingMs: () => number): PrinterConnection {
  const inbox = createInbox(socket);
  return {
    write: (bytes) => written(socket, bytes, remainingMs()),
    reply: (wanted, withinMs) => inbox.take(wanted, Math.min(withinMs, remainingMs())),
    isLost: () => inbox.isEnded() || socket.destroyed,
    remainingMs,
    finish: () => finished(socket),
    drop: () => socket.destroy(),
  };
}

async function connected(socket: Socket, withinMs: number): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const timer = setTimeout(() => resolve('ETIMEDOUT'), withinMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    // Stays for the life of the socket: an unhandled error event would end the process.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code ?? error.name);
    });
  });
}

type Inbox = Readonly<{
  take: <T>(wanted: (reply: Reply) => T | undefined, withinMs: number) => Promise<T | undefined>;
  isEnded: () => boolean;
}>;

/** Replies in order of arrival; a waiter is notified of each at once, and when no more can come. */
function createInbox(socket: Socket): Inbox {
  const reader = createReplyReader();
  const arrived: Reply[] = [];
  let isEnded = false;
  let wake: () => void = () => undefined;

  socket.on('data', (bytes: Buffer) => {
    arrived.push(...reader.read(bytes));
    wake();
  });
  for (const event of ['end', 'close'] as const) {
    socket.once(event, () => {
      isEnded = true;
      wake();
    });
  }
  return {
    isEnded: () => isEnded,
    take: async (wanted, withinMs) => {
      const until = performance.now() + withinMs;
      for (;;) {
        for (let next = arrived.shift(); next !== undefined; next = arrived.shift()) {
          const found = wanted(next);
          if (found !== undefined) return found;
        }
        const leftMs = until - performance.now();
        if (isEnded || leftMs <= 0) return undefined;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
  };
}

async function written(socket: Socket, bytes: Uint8Array, withinMs: number): Promise<boolean> {
  if (!socket.writable) return false;
  return await new Promise((resolve) => {
    const done = (isWritten: boolean): void => {
      clearTimeout(timer);
      socket.off('close', onClose);
      resolve(isWritten);
    };
    const onClose = (): void => done(false);
    const timer = setTimeout(() => done(false), withinMs);
    socket.once('close', onClose);
    socket.write(bytes, (error) => done(error === undefined || error === null));
  });
}

async function finished(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FINISH_MS_MAX);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (socket.destroyed) resolve();
    socket.end();
  });
  socket.destroy();
}
