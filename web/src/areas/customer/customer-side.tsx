import { AddresseeLines } from '../../ui/addressee.js';
import { Facts } from '../../ui/equation.js';
import { date, time } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { ChangeCustomer } from './change-customer.js';
import { Contacts } from './contacts.js';
import type { Credit, Customer } from './customer-facts.js';
import { PayerSigns } from './payer-signs.js';
import { customerWords } from './customer-words.js';
import { Likeness } from './likeness.js';
import { Selling } from './selling.js';

type Props = Readonly<{ customer: Customer; credit: Credit | undefined }>;

/** Whom to speak with, where it is and in which language; whether it is sold to. */
export function CustomerSide({ customer, credit }: Props) {
  const say = useWords(customerWords);
  const place = usePlace();
  const { phone, email, address, language, timeZone, addressees, risk } = customer;
  const here = time(new Date(place.nowMs), { timeZone });
  return (
    <aside className="right" aria-label={say('contacts')}>
      <div className="row">
        <h2>{say('contacts')}</h2>
        <span className="grow" />
        <ChangeCustomer customer={customer} />
      </div>
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
      <Contacts customer={customer} />
      <Likeness customer={customer} />
      {credit === undefined ? null : <Selling customer={customer} credit={credit} />}
      <PayerSigns customerId={customer.id} />
      {risk === null ? null : (
        <p className="xs quiet">{say('finding', { on: date(risk.asOf, place) })}</p>
      )}
    </aside>
  );
}
