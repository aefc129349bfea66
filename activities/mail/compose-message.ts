import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { attachmentName, headerText } from './mail-address.js';

export type MailAttachment = Readonly<{
  filename: string;
  contentType: string;
  content: Buffer;
  /** Of a picture that stands in the HTML; it is not listed beside the letter. */
  cid?: string | undefined;
}>;

export type MessageParts = Readonly<{
  messageId: string;
  from: Readonly<{ name: string; address: string }>;
  to: string;
  subject: string;
  text: string;
  html?: string | undefined;
  attachments: readonly MailAttachment[];
  /** Business time: in a demonstration with a fast clock the mail has the same date as the letter. */
  date: Date;
}>;

/**
 * Builds the whole message (RFC 5322) as bytes. Addresses have been checked; header texts and file names are sanitised
 * here, and nothing is fetched from files or URLs.
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
    attachments: attachments.map(({ filename, contentType, content, cid }) => ({
      filename: attachmentName(filename),
      contentType,
      content,
      ...(cid === undefined ? {} : { cid, contentDisposition: 'inline' as const }),
    })),
    // RFC 3834: suppresses automatic replies, such as holiday notices.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  return composer.compile().build();
}

/** The same business key gives the same Message-ID, so that mail servers recognise a repeated letter. */
export function messageIdOf(businessKey: string, senderAddress: string): string {
  const digest = createHash('sha256').update(businessKey).digest('hex').slice(0, 40);
  return `<${digest}@${senderAddress.split('@')[1] ?? 'localhost'}>`;
}
