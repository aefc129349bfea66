import { createServer } from 'node:http';
import { listen, LOOPBACK } from '../../platform/listen.js';
import { startMailServer } from './smtp.js';
import { MailStore } from './store.js';
import { mailboxApp } from './web.js';

export type Mailbox = Readonly<{ smtpPort: number; address: string; close: () => Promise<void> }>;

/**
 * The development mailbox: accepts every mail by SMTP, keeps it in `folder` and shows it over HTTP, so that a
 * developer's machine never sends mail to real customers. Port 0 lets the system choose.
 */
export async function startMailbox(
  options: Readonly<{ folder: string; smtpPort: number; webPort: number }>,
): Promise<Mailbox> {
  const store = new MailStore(options.folder);
  const mail = await startMailServer(store, options.smtpPort);
  const web = createServer(mailboxApp(store));
  const place = { host: LOOPBACK, port: options.webPort, setting: 'LUNAS_MAILBOX_PORT' };
  const webPort = await listen(web, place).catch(async (error: unknown) => {
    await mail.close();
    throw error;
  });
  return {
    smtpPort: mail.port,
    address: `http://${LOOPBACK}:${webPort}`,
    close: async () => {
      web.closeAllConnections();
      await Promise.all([mail.close(), new Promise<void>((done) => web.close(() => done()))]);
    },
  };
}
