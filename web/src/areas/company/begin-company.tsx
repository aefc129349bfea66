import { useAct } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { companyWords } from './company-words.js';

/** What a company needs to begin in empty books; taxes, tenders, periods and a policy of reminders are proposed with it. */
export function BeginCompany({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(companyWords);
  const begin = useAct('POST /v1/company');
  const submit = async (typed: Typed) => {
    await begin.mutateAsync({
      body: {
        name: typed('name'),
        code: typed('code').toUpperCase(),
        legalName: typed('legalName'),
        address: typed('address'),
        taxNumber: typed('taxNumber'),
        bankAccount: {
          bankName: typed('bankName'),
          number: typed('bankNumber'),
          name: typed('bankAccountName'),
        },
      },
    });
    // Currency, time zone and language of every page are those of the company.
    location.assign('/setup');
  };
  return (
    <FormDialog
      title={say('begin')}
      submit={say('begin')}
      act={begin}
      onSubmit={(typed) => void submit(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('beginWhy')}</p>
      <TextField name="name" label={say('name')} maxLength={120} autoFocus />
      <TextField name="legalName" label={say('legalName')} maxLength={200} />
      <TextField name="code" label={say('codeWhy')} maxLength={64} />
      <TextField name="address" label={say('address')} maxLength={500} />
      <TextField name="taxNumber" label={say('taxNumber')} maxLength={32} />
      <TextField name="bankName" label={say('bankName')} maxLength={120} />
      <TextField name="bankNumber" label={say('bankNumber')} maxLength={64} />
      <TextField name="bankAccountName" label={say('bankAccountName')} maxLength={120} />
    </FormDialog>
  );
}
