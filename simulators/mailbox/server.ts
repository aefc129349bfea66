import { join } from 'node:path';
import { readConfig } from '../../platform/config.js';
import { runProcess } from '../../platform/run-process.js';
import { startMailbox } from './start-mailbox.js';

await runProcess({
  name: 'mailbox',
  start: async (log) => {
    const { home, smtpPort, mailboxPort } = readConfig(['home', 'smtpPort', 'mailboxPort']);
    const mailbox = await startMailbox({
      folder: join(home, 'mailbox'),
      smtpPort,
      webPort: mailboxPort,
    });
    log.info({ smtpPort: mailbox.smtpPort, address: mailbox.address }, 'the mailbox is open');
    return mailbox;
  },
});
