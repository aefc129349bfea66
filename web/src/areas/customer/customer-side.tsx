import { AddresseeLines } from '../../ui/addressee.js';
import { Facts } from '../../ui/equation.js';
import { date, time } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useContactRole } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import type { Customer } from './customer-facts.js';
import { customerWords } from './customer-words.js';

/** Whom to speak with, where it is and in which language. */
export function CustomerSide({ customer }: Readonly<{ customer: Customer }>) {
  const say = useWords(customerWords);
  const roleName = useContactRole();
  const place = usePlace();
  const { phone, email, address, language, timeZone, contacts, addressees, risk } = customer;
  const here = time(new Date(place.nowMs), { timeZone });
  return (
    <aside className="right" aria-label={say('contacts')}>
      <h2>{say('contacts')}</h2>
      <Facts
        rows={[
          [say('phone'), phone ?? '\u2013'],
          [say('mail'), email ?? '\u2013'],
          [say('address'), address],
          [say('speaks'), say(language === 'id' ? 'inId' : 'inEn')],
          [say('here'), `${here}, ${timeZone.split('/').at(-1) ?? timeZone}`],
          [say('invoicesTo'), <AddresseeLines key="invoices" of={addressees.invoice} />],
          [say('remindersTo'), <AddresseeLines key="reminders" of={addressees.reminder} />],
        ]}
      />
      {contacts.map((contact) => (
        <div key={contact.id} className="contact">
          <p className="medium">
            {contact.name} <span className="quiet">{roleName(contact.role)}</span>
          </p>
          <p className="soft">{contact.address}</p>
        </div>
      ))}
      {risk === null ? null : (
        <p className="xs quiet">{say('finding', { on: date(risk.asOf, place) })}</p>
      )}
    </aside>
  );
}
