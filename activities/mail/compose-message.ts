import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { attachmentName, headerText } from './mail-address.js';

export type MailAttachment = Readonly<{
  filename: string;
  contentType: string;
  content: Buffer;
}>;

export type MessageParts = Readonly<{
  messageId: string;
  from: Readonly<{ name: string; address: string }>;
  to: string;
  subject: string;
  text: string;
  html?: string | undefined;
  attachments: readonly MailAttachment[];
  /** Business time: a letter of a demonstration that runs fast is dated as the letter says. */
  date: Date;
}>;

/**
 * Builds the whole message (RFC 5322) as bytes. Addresses have been checked; texts for headers and file
 * names are made harmless here, and nothing is ever fetched from a file or an address on the way.
 */
export function composeMessage(parts: MessageParts): Promise<Buffer> {
  const { messageId, from, to, subject, text, html, attachments, date } = parts;
  const composer = new MailComposer({
    messageId,
    date,
    from: { name: headerText(from.name), address: from.address },
    to: { name: '', address: to },
    subject: headerText(subject),
    text,
    ...(html === undefined ? {} : { html }),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename: attachmentName(filename),
      contentType,
      content,
    })),
    // RFC 3834: nobody's holiday answer comes back to a machine.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  return composer.compile().build();
}

/** The same business key gives the same Message-ID, so that a repeated letter is recognised on the way. */
export function messageIdOf(businessKey: string, senderAddress: string): string {
  const digest = createHash('sha256').update(businessKey).digest('hex').slice(0, 40);
  return `<${digest}@${senderAddress.split('@')[1] ?? 'localhost'}>`;
}
