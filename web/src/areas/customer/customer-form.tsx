import type { InputOf } from '../../api/client.js';
import { useSession } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled, TextField } from '../../ui/form-dialog.js';
import { SEGMENTS, useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { careWords } from './customer-care-words.js';
import type { Customer } from './customer-facts.js';

/** Languages of documents and letters. */
export const LANGUAGES: readonly Customer['language'][] = ['id', 'en'];

export type CustomerBody = InputOf<'PUT /v1/customers/{customerId}'>['body'];

/** What is known of a customer as the call takes it: all of it, since what is left out becomes empty. */
export function bodyOf(customer: Customer): CustomerBody {
  const { name, legalName, segment, language, timeZone, country, address } = customer;
  const { taxNumber, taxBranchNumber, identityNumber, email, phone } = customer;
  const { termsDays, instalments } = customer;
  return {
    name,
    legalName,
    segment,
    language,
    timeZone,
    country,
    address,
    taxNumber,
    taxBranchNumber,
    identityNumber,
    email,
    phone,
    termsDays,
    instalments,
  };
}

/** The same from the fields of `CustomerFields`. */
export function typedBody(typed: Typed): CustomerBody {
  const orNothing = (name: string) => typed(name) || null;
  return {
    name: typed('name'),
    legalName: orNothing('legalName'),
    segment: typed('segment'),
    language: LANGUAGES.find((one) => one === typed('language')) ?? null,
    timeZone: orNothing('timeZone'),
    country: orNothing('country')?.toUpperCase() ?? null,
    taxNumber: orNothing('taxNumber'),
    taxBranchNumber: orNothing('taxBranchNumber'),
    identityNumber: orNothing('identityNumber'),
    address: typed('address'),
    email: orNothing('email'),
    phone: orNothing('phone'),
    termsDays: Number(typed('termsDays')),
    instalments: Number(typed('instalments')),
  };
}

/** Everything that people say of a customer; of a new one with what most have. */
export function CustomerFields({ of }: Readonly<{ of: Customer | undefined }>) {
  const say = useWords(careWords);
  const optional = (name: 'taxNumber' | 'taxBranchNumber' | 'identityNumber' | 'legalName') => (
    <Labelled label={say(name)}>
      <input name={name} maxLength={200} defaultValue={of?.[name] ?? ''} />
    </Labelled>
  );
  return (
    <div className="pairs">
      <TextField
        name="name"
        label={say('name')}
        maxLength={200}
        defaultValue={of?.name ?? ''}
        autoFocus
      />
      {optional('legalName')}
      <div className="both">
        <TextField
          name="address"
          label={say('address')}
          maxLength={500}
          defaultValue={of?.address ?? ''}
        />
      </div>
      <Labelled label={say('email')}>
        <input name="email" type="email" maxLength={254} defaultValue={of?.email ?? ''} />
      </Labelled>
      <Labelled label={say('phone')}>
        <input name="phone" inputMode="tel" maxLength={40} defaultValue={of?.phone ?? ''} />
      </Labelled>
      <SegmentField of={of?.segment} />
      <LanguageField of={of?.language} />
      <Terms of={of} />
      {optional('taxNumber')}
      {optional('taxBranchNumber')}
      {optional('identityNumber')}
      <Place of={of} />
      <p className="xs quiet both">{say('termsWhy')}</p>
    </div>
  );
}

/** A group by its code: one that is in use, or another that the company makes up. */
function SegmentField({ of = 'general' }: Readonly<{ of: string | undefined }>) {
  const say = useWords(careWords);
  const nameOf = useSegmentName();
  return (
    <Labelled label={say('segment')} help="customerGroup">
      <input name="segment" required maxLength={64} list="segments" defaultValue={of} />
      <datalist id="segments">
        {Object.keys(SEGMENTS).map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </datalist>
    </Labelled>
  );
}

function LanguageField({ of }: Readonly<{ of: Customer['language'] | undefined }>) {
  const say = useWords(careWords);
  return (
    <Labelled label={say('language')}>
      <select name="language" defaultValue={of ?? 'id'}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Terms({ of }: Readonly<{ of: Customer | undefined }>) {
  const say = useWords(careWords);
  return (
    <>
      <Labelled label={say('termsDays')} help="termsDays">
        <input
          {...{ name: 'termsDays', type: 'number', min: 0, max: 3650, required: true }}
          defaultValue={of?.termsDays ?? 0}
        />
      </Labelled>
      <Labelled label={say('instalments')} help="instalments">
        <input
          {...{ name: 'instalments', type: 'number', min: 1, max: 60, required: true }}
          defaultValue={of?.instalments ?? 1}
        />
      </Labelled>
    </>
  );
}

function Place({ of }: Readonly<{ of: Customer | undefined }>) {
  const say = useWords(careWords);
  const { company } = useSession().surroundings;
  return (
    <>
      <Labelled label={say('timeZone')}>
        <input name="timeZone" maxLength={64} defaultValue={of?.timeZone ?? company.timeZone} />
      </Labelled>
      <Labelled label={say('country')}>
        <input
          name="country"
          pattern="[A-Za-z]{2}"
          maxLength={2}
          defaultValue={of?.country ?? ''}
        />
      </Labelled>
    </>
  );
}
