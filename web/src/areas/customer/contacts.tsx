import { useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { useContactRole } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWritesCustomers } from './change-customer.js';
import { bodyOfContact, ContactForm, type Contact } from './contact-form.js';
import { careWords } from './customer-care-words.js';
import type { Customer } from './customer-facts.js';

/** Whom to speak with about what; added, changed and removed by who may. */
export function Contacts({ customer }: Readonly<{ customer: Customer }>) {
  const say = useWords(careWords);
  const [asked, setAsked] = useState<Contact | 'new'>();
  const isAllowed = useWritesCustomers() && customer.mergedInto === null;
  useKeys({ c: () => isAllowed && setAsked('new') });
  return (
    <>
      {customer.contacts.map((contact) => (
        <OneContact
          key={contact.id}
          contact={contact}
          customerId={customer.id}
          onChange={isAllowed ? () => setAsked(contact) : undefined}
        />
      ))}
      {isAllowed ? (
        <span>
          <button type="button" className="btn small" onClick={() => setAsked('new')}>
            {say('addContact')} <kbd>C</kbd>
          </button>
        </span>
      ) : null}
      {asked === undefined ? null : (
        <ContactForm
          customerId={customer.id}
          of={asked === 'new' ? undefined : asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

type OneProps = Readonly<{
  contact: Contact;
  customerId: string;
  onChange: (() => void) | undefined;
}>;

function OneContact({ contact, customerId, onChange }: OneProps) {
  const say = useWords(careWords);
  const roleName = useContactRole();
  const { name, role, address, consent } = contact;
  return (
    <div className="contact">
      <p className="medium">
        {name} <span className="quiet">{roleName(role)}</span>
      </p>
      <p className="soft">{address}</p>
      <p className="xs quiet">
        {consent === null ? say('notAgreed') : say('agreed', { how: consent.how })}
      </p>
      {onChange === undefined ? null : (
        <span className="row">
          <button
            type="button"
            className="btn small plain"
            aria-label={`${say('change')}: ${name}`}
            onClick={onChange}
          >
            {say('change')}
          </button>
          <Remove contact={contact} customerId={customerId} />
        </span>
      )}
    </div>
  );
}

/** The undo adds the same contact again, with the day of its consent. */
function Remove({ contact, customerId }: Omit<OneProps, 'onChange'>) {
  const say = useWords(careWords);
  const tell = useToast();
  const remove = useAct('DELETE /v1/customers/{customerId}/contacts/{contactId}');
  const add = useAct('POST /v1/customers/{customerId}/contacts');
  const { name } = contact;
  const press = () =>
    remove.mutate(
      { params: { customerId, contactId: contact.id } },
      {
        onSuccess: () =>
          tell(say('contactRemoved', { name }), () =>
            add.mutateAsync({ params: { customerId }, body: bodyOfContact(contact) }),
          ),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button
      type="button"
      className="btn small plain"
      aria-label={`${say('remove')}: ${name}`}
      disabled={remove.isPending}
      onClick={press}
    >
      {say('remove')}
    </button>
  );
}
