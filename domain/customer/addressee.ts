import type { Language } from '../money/format-money.js';

/** What a contact of a customer is asked about. */
export const CONTACT_ROLES = [
  'billing',
  'collections',
  'owner',
  'purchasing',
  'delivery',
  'other',
] as const;
export const CONTACT_CHANNELS = ['email', 'phone', 'whatsapp', 'post'] as const;

export type ContactRole = (typeof CONTACT_ROLES)[number];
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Which kinds of letters a customer gets. */
export const LETTER_KINDS = ['invoice', 'reminder'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export type Contact = Readonly<{
  id: string;
  name: string;
  role: ContactRole;
  channel: ContactChannel;
  address: string;
  /** Null: that of the customer. */
  language: Language | null;
  /** Whether it agreed to messages. */
  consents: boolean;
}>;

export type AddressedCustomer = Readonly<{
  /** The customer's own e-mail address. */
  email: string | null;
  language: Language;
  /** In the order in which they were added. */
  contacts: readonly Contact[];
}>;

/** Why a contact whose turn came before did not get the letter. */
export const PASSED_OVER = ['no-consent', 'other-channel'] as const;

export type PassedOver = Readonly<{
  contact: Contact;
  because: (typeof PASSED_OVER)[number];
}>;

/** Who gets a letter. `nobody`: there is no address; a person has to find one. */
export const ADDRESSEE_KINDS = ['contact', 'customer', 'nobody'] as const;

export type Addressee = Readonly<{
  /** Of the letter. */
  language: Language;
  passedOver: readonly PassedOver[];
}> &
  (
    | Readonly<{ kind: 'contact'; contact: Contact; address: string }>
    | Readonly<{ kind: 'customer'; address: string }>
    | Readonly<{ kind: 'nobody'; address: null }>
  );

/**
 * Whose turn it is, the first that can be reached. `customer` is the customer's own address. Nobody else hears of a
 * debt: those who buy and receive goods are third parties to it.
 */
const TURNS: Readonly<Record<LetterKind, readonly (ContactRole | 'customer')[]>> = {
  invoice: ['billing', 'customer', 'owner'],
  reminder: ['collections', 'billing', 'customer', 'owner'],
};

/** Letters go by e-mail. */
const CHANNEL: ContactChannel = 'email';

/**
 * Which contact of a customer a letter goes to, and in which language. Of several contacts with one role it is one that
 * reads the language of the customer, of these the one that was added first. A contact gets letters by e-mail only, and
 * only when it agreed to messages.
 */
export function addresseeOf(kind: LetterKind, customer: AddressedCustomer): Addressee {
  const passedOver: PassedOver[] = [];
  for (const turn of TURNS[kind]) {
    if (turn === 'customer') {
      const { email: address, language } = customer;
      if (isAddress(address)) return { kind: 'customer', address, language, passedOver };
      continue;
    }
    const ofRole = customer.contacts.filter(({ role }) => role === turn);
    const reachable = ofRole.filter((contact) => obstacleOf(contact) === undefined);
    const contact = firstToRead(reachable, customer.language);
    if (contact !== undefined) {
      const language = contact.language ?? customer.language;
      return { kind: 'contact', contact, address: contact.address, language, passedOver };
    }
    passedOver.push(...ofRole.flatMap(passedOverFor));
  }
  return { kind: 'nobody', address: null, language: customer.language, passedOver };
}

function isAddress(text: string | null): text is string {
  return text !== null && text !== '';
}

function firstToRead(contacts: readonly Contact[], language: Language): Contact | undefined {
  return contacts.find((contact) => (contact.language ?? language) === language) ?? contacts[0];
}

function passedOverFor(contact: Contact): PassedOver[] {
  const because = obstacleOf(contact);
  return because === undefined ? [] : [{ contact, because }];
}

function obstacleOf({ channel, consents }: Contact): PassedOver['because'] | undefined {
  if (channel !== CHANNEL) return 'other-channel';
  return consents ? undefined : 'no-consent';
}
