import { useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Agency } from './agency-masters.js';
import { mastersWords } from './agency-masters-words.js';
import { basisPointsOf } from './basis-points.js';
import { PercentField } from './percent-field.js';

type Props = Readonly<{ of: Agency | undefined; onClose: () => void }>;

const LANGUAGES = ['id', 'en'] as const;
/** As the law has it for services, and as long as a recall is reported after when nothing else is said. */
const NEW_TAX = '11';
const NEW_RECALL_DAYS = 14;

/** A new agency, or other facts of one; what money depends on is agreed by two people and is not here for one that is known. */
export function AgencyForm({ of, onClose }: Props) {
  return of === undefined ? (
    <AddAgency onClose={onClose} />
  ) : (
    <ChangeAgency of={of} onClose={onClose} />
  );
}

function AddAgency({ onClose }: Pick<Props, 'onClose'>) {
  const say = useWords(mastersWords);
  const { add, submit } = useAdding(onClose);
  const { currency } = useSession().surroundings.company;
  return (
    <FormDialog
      title={say('add')}
      submit={say('add')}
      act={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <Known of={undefined} />
      <TextField
        name="currency"
        label={say('currency')}
        maxLength={3}
        defaultValue={currency ?? 'IDR'}
      />
      <PercentField name="tax" label={say('taxPercent')} value={NEW_TAX} />
      <Labelled label={say('recallDays')} help="recallDays">
        <input
          name="days"
          type="number"
          min={0}
          max={366}
          required
          defaultValue={NEW_RECALL_DAYS}
        />
      </Labelled>
    </FormDialog>
  );
}

function useAdding(onClose: () => void) {
  const say = useWords(mastersWords);
  const tell = useToast();
  const add = useAct('POST /v1/agencies');
  const submit = (typed: Typed) => {
    const body = {
      ...knownOf(typed),
      code: typed('code').toUpperCase(),
      currency: typed('currency').toUpperCase(),
      commissionTaxBasisPoints: basisPointsOf(typed('tax')),
      recallReportDays: Number(typed('days')),
    };
    const onSuccess = ({ name }: Agency) => {
      onClose();
      tell(say('added', { name }));
    };
    add.mutate({ body }, { onSuccess });
  };
  return { add, submit };
}

/** The undo puts back what stood there. */
function ChangeAgency({ of, onClose }: Readonly<{ of: Agency; onClose: () => void }>) {
  const say = useWords(mastersWords);
  const tell = useToast();
  const change = useAct('PUT /v1/agencies/{agencyId}');
  const params = { agencyId: of.id };
  const { name, country, language, contactName, email, phone, active } = of;
  const before = { name, country, language, contactName, email, phone, active };
  const submit = (typed: Typed) =>
    change.mutate(
      { params, body: { ...knownOf(typed), active: typed('active') === 'yes' } },
      {
        onSuccess: (now) => {
          onClose();
          tell(say('isChanged', { name: now.name }), () => change.mutate({ params, body: before }));
        },
      },
    );
  return (
    <FormDialog
      title={say('changeOf', { name })}
      submit={say('save')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <Known of={of} />
      <Labelled label={say('cases')}>
        <select name="active" defaultValue={active ? 'yes' : 'no'}>
          <option value="yes">{say('active')}</option>
          <option value="no">{say('inactive')}</option>
        </select>
      </Labelled>
    </FormDialog>
  );
}

function Known({ of }: Pick<Props, 'of'>) {
  const say = useWords(mastersWords);
  return (
    <>
      <TextField name="name" label={say('name')} maxLength={120} defaultValue={of?.name ?? ''} />
      <TextField
        name="country"
        label={say('country')}
        maxLength={2}
        defaultValue={of?.country ?? 'ID'}
      />
      <Labelled label={say('language')}>
        <select name="language" defaultValue={of?.language}>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {say(language)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('contactName')}>
        <input name="contact" maxLength={120} defaultValue={of?.contactName ?? ''} />
      </Labelled>
      <Labelled label={say('email')}>
        <input name="email" type="email" maxLength={254} defaultValue={of?.email ?? ''} />
      </Labelled>
      <Labelled label={say('phone')}>
        <input name="phone" type="tel" maxLength={40} defaultValue={of?.phone ?? ''} />
      </Labelled>
    </>
  );
}

function knownOf(typed: Typed) {
  return {
    name: typed('name'),
    country: typed('country').toUpperCase(),
    language: typed('language') as Agency['language'],
    contactName: typed('contact') || null,
    email: typed('email') || null,
    phone: typed('phone') || null,
  };
}
