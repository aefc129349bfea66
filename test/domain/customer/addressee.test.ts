import fc from 'fast-check';
import {
  addresseeOf,
  CONTACT_CHANNELS,
  CONTACT_ROLES,
  LETTER_KINDS,
  type AddressedCustomer,
  type Contact,
} from '../../../domain/customer/addressee.js';

let added = 0;

function contact(parts: Partial<Contact> = {}): Contact {
  added += 1;
  return {
    id: `c${added}`,
    name: 'Ibu Ratna',
    role: 'billing',
    channel: 'email',
    address: `c${added}@example.test`,
    language: null,
    consents: true,
    ...parts,
  };
}

function customer(contacts: readonly Contact[], email: string | null = 'own@example.test') {
  return { email, language: 'id', contacts } as const satisfies AddressedCustomer;
}

describe('addresseeOf', () => {
  it('sends an invoice to who pays, and a reminder first to who is asked about debts', () => {
    const [billing, collections] = [contact(), contact({ role: 'collections', language: 'en' })];
    const both = customer([collections, billing]);
    expect(addresseeOf('invoice', both)).toMatchObject({ contact: billing, language: 'id' });
    expect(addresseeOf('reminder', both)).toEqual({
      kind: 'contact',
      contact: collections,
      address: collections.address,
      language: 'en',
      passedOver: [],
    });
    expect(addresseeOf('reminder', customer([billing]))).toMatchObject({ contact: billing });
  });

  it('passes over a contact that did not agree or reads no mail, and says so', () => {
    const silent = contact({ consents: false });
    const caller = contact({ channel: 'whatsapp', address: '+6281200000001' });
    expect(addresseeOf('invoice', customer([silent, caller]))).toEqual({
      kind: 'customer',
      address: 'own@example.test',
      language: 'id',
      passedOver: [
        { contact: silent, because: 'no-consent' },
        { contact: caller, because: 'other-channel' },
      ],
    });
  });

  it('asks the owner only when the customer has no address of its own', () => {
    const owner = contact({ role: 'owner' });
    expect(addresseeOf('reminder', customer([owner]))).toMatchObject({ kind: 'customer' });
    expect(addresseeOf('reminder', customer([owner], null))).toMatchObject({ contact: owner });
    expect(addresseeOf('reminder', customer([owner], ''))).toMatchObject({ contact: owner });
  });

  it('takes of two the one that reads the language of the customer, else the first', () => {
    const [english, dutiful] = [contact({ language: 'en' }), contact({ language: 'id' })];
    expect(addresseeOf('invoice', customer([english, dutiful]))).toMatchObject({
      contact: dutiful,
    });
    const other = contact({ language: 'en' });
    expect(addresseeOf('invoice', customer([english, other]))).toMatchObject({ contact: english });
  });

  it('finds nobody when there is no address, whoever buys or receives the goods', () => {
    const others = (['purchasing', 'delivery', 'other'] as const).map((role) => contact({ role }));
    for (const kind of LETTER_KINDS) {
      expect(addresseeOf(kind, customer(others, null))).toEqual({
        kind: 'nobody',
        address: null,
        language: 'id',
        passedOver: [],
      });
    }
  });
});

const anyContact: fc.Arbitrary<Contact> = fc.record({
  id: fc.uuid(),
  name: fc.constant('Ibu Ratna'),
  role: fc.constantFrom(...CONTACT_ROLES),
  channel: fc.constantFrom(...CONTACT_CHANNELS),
  address: fc.emailAddress(),
  language: fc.constantFrom('id', 'en', null),
  consents: fc.boolean(),
});
const anyCustomer: fc.Arbitrary<AddressedCustomer> = fc.record({
  email: fc.option(fc.emailAddress()),
  language: fc.constantFrom('id', 'en'),
  contacts: fc.array(anyContact, { maxLength: 8 }),
});
const anyKind = fc.constantFrom(...LETTER_KINDS);

describe('any customer', () => {
  it('is written to by mail only, with consent, and never about a debt at somebody who only buys', () => {
    fc.assert(
      fc.property(anyKind, anyCustomer, (kind, one) => {
        const to = addresseeOf(kind, one);
        if (to.kind !== 'contact') return;
        expect(to.contact).toMatchObject({ channel: 'email', consents: true });
        expect(['billing', 'collections', 'owner']).toContain(to.contact.role);
        expect(one.contacts).toContain(to.contact);
      }),
    );
  });

  it('with an address of its own always gets its letters', () => {
    fc.assert(
      fc.property(anyKind, anyCustomer, (kind, one) => {
        const to = addresseeOf(kind, { ...one, email: 'own@example.test' });
        expect(to.address).not.toBeNull();
      }),
    );
  });

  it('keeps its addressee when a contact that cannot be written to comes or goes', () => {
    fc.assert(
      fc.property(anyKind, anyCustomer, anyContact, (kind, one, more) => {
        const before = addresseeOf(kind, one);
        const silent = { ...more, consents: false };
        const after = addresseeOf(kind, { ...one, contacts: [silent, ...one.contacts] });
        expect({ ...after, passedOver: [] }).toEqual({ ...before, passedOver: [] });
      }),
    );
  });
});
