import type { InputOf } from '../../api/client.js';
import { useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { CONTACT_ROLE_CODES, useContactRole } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { careWords } from './customer-care-words.js';
import type { Customer } from './customer-facts.js';
import { LANGUAGES } from './customer-form.js';

export type Contact = Customer['contacts'][number];
type Body = InputOf<'POST /v1/customers/{customerId}/contacts'>['body'];

/** A contact as the calls take it. */
export function bodyOfContact({ id: _id, ...known }: Contact): Body {
  return known;
}

const CHANNEL_WORDS = {
  email: 'viaEmail',
  phone: 'viaPhone',
  whatsapp: 'viaWhatsapp',
  post: 'viaPost',
} as const satisfies Record<Contact['channel'], keyof typeof careWords>;
const CHANNELS = Object.keys(CHANNEL_WORDS) as Contact['channel'][];

function typedBody(typed: Typed): Body {
  const how = typed('consent');
  return {
    name: typed('name'),
    role: CONTACT_ROLE_CODES.find((one) => one === typed('role')) ?? 'other',
    channel: CHANNELS.find((one) => one === typed('channel')) ?? 'phone',
    address: typed('address'),
    language: LANGUAGES.find((one) => one === typed('language')) ?? null,
    consent: how === '' ? null : { how },
  };
}

const NEW: Body = { name: '', role: 'billing', channel: 'email', address: '' };

type FormProps = Readonly<{ customerId: string; of: Contact | undefined; onClose: () => void }>;

/** A new contact, or other details of one; each with its undo. */
export function ContactForm({ customerId, of, onClose }: FormProps) {
  const say = useWords(careWords);
  const roleName = useContactRole();
  const { act, save } = useSaving({ customerId, of, onClose });
  const { name, role, channel, address, language } = of ?? NEW;
  return (
    <FormDialog
      title={say(of === undefined ? 'addContact' : 'changeContact')}
      submit={say(of === undefined ? 'addIt' : 'save')}
      act={act}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        {...{ name: 'name', label: say('name'), maxLength: 120, autoFocus: true }}
        defaultValue={name}
      />
      <Choice
        {...{ name: 'role', label: say('role'), from: CONTACT_ROLE_CODES, called: roleName }}
        of={role}
      />
      <Choice
        {...{ name: 'channel', label: say('channel'), from: CHANNELS }}
        called={(channel) => say(CHANNEL_WORDS[channel])}
        of={channel}
      />
      <TextField
        {...{ name: 'address', label: say('where'), maxLength: 500 }}
        defaultValue={address}
      />
      <Choice
        {...{ name: 'language', label: say('speaks'), from: ['', ...LANGUAGES] as const }}
        called={(one) => say(one === '' ? 'asCustomer' : one)}
        of={language ?? ''}
      />
      <Labelled label={say('consent')} help="consent">
        <input name="consent" maxLength={200} defaultValue={of?.consent?.how ?? ''} />
      </Labelled>
    </FormDialog>
  );
}

function useSaving({ customerId, of, onClose }: FormProps) {
  const say = useWords(careWords);
  const tell = useToast();
  const write = useDo(async (client, { id, body }: { id: string | undefined; body: Body }) => {
    const params = { customerId };
    if (id === undefined)
      return (await client.call('POST /v1/customers/{customerId}/contacts', { params, body })).body;
    const path = 'PUT /v1/customers/{customerId}/contacts/{contactId}';
    return (await client.call(path, { params: { customerId, contactId: id }, body })).body;
  });
  const remove = useDo(async (client, contactId: string) => {
    const path = 'DELETE /v1/customers/{customerId}/contacts/{contactId}';
    await client.call(path, { params: { customerId, contactId } });
  });
  const save = async (typed: Typed) => {
    const { id, name } = await write.mutateAsync({ id: of?.id, body: typedBody(typed) });
    onClose();
    if (of === undefined) tell(say('contactAdded', { name }), () => remove.mutateAsync(id));
    else
      tell(say('contactChanged', { name }), () =>
        write.mutateAsync({ id, body: bodyOfContact(of) }),
      );
  };
  return { act: write, save };
}

type ChoiceProps<Code extends string> = Readonly<{
  name: string;
  label: string;
  from: readonly Code[];
  called: (code: Code) => string;
  of: Code;
}>;

function Choice<Code extends string>({ name, label, from, called, of }: ChoiceProps<Code>) {
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={of}>
        {from.map((code) => (
          <option key={code} value={code}>
            {called(code)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
