import type { BodyOf } from '../api/client.js';
import { useContactRole } from '../words/code-words.js';
import { defineWords, useWords } from '../words/words.js';

type Customer = BodyOf<'GET /v1/customers/{customerId}'>;
type Addressee = Customer['addressees']['invoice'];

const addresseeWords = defineWords({
  contact: { en: '{name} ({role}), {address}', id: '{name} ({role}), {address}' },
  customer: { en: '{address}, its own address', id: '{address}, alamatnya sendiri' },
  nobody: {
    en: 'Nobody: there is no e-mail address. The letter becomes work for a person.',
    id: 'Tidak ada: belum ada alamat surel. Suratnya menjadi pekerjaan untuk orang.',
  },
  inId: { en: 'in Indonesian', id: 'dalam bahasa Indonesia' },
  inEn: { en: 'in English', id: 'dalam bahasa Inggris' },
  'no-consent': {
    en: 'Not {name} ({role}): no consent to messages',
    id: 'Bukan {name} ({role}): belum setuju menerima pesan',
  },
  'other-channel': {
    en: 'Not {name} ({role}): not reached by e-mail',
    id: 'Bukan {name} ({role}): tidak dihubungi lewat surel',
  },
});

/** To whom a letter goes and in which language, and why not to a contact whose turn came before. */
export function AddresseeLines({ of }: Readonly<{ of: Addressee }>) {
  const say = useWords(addresseeWords);
  const roleName = useContactRole();
  const { kind, name, role, address, language, passedOver } = of;
  const who =
    kind === 'contact' && name !== null && role !== null
      ? say('contact', { name, role: roleName(role), address: address ?? '' })
      : say(kind === 'customer' ? 'customer' : 'nobody', { address: address ?? '' });
  return (
    <>
      <span>{kind === 'nobody' ? who : `${who}, ${say(language === 'id' ? 'inId' : 'inEn')}`}</span>
      {passedOver.map((one) => (
        <div key={one.id} className="xs soft">
          {say(one.because, { name: one.name, role: roleName(one.role) })}
        </div>
      ))}
    </>
  );
}
