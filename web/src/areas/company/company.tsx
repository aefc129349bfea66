import { useState } from 'react';
import { CallRefused, type BodyOf } from '../../api/client.js';
import { useAct, useCall, useDo } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import { ASKERS } from './askers.js';
import { BeginCompany } from './begin-company.js';
import { CompanyLogo } from './company-logo.js';
import { companyWords } from './company-words.js';
import { SetupPage } from './views.js';
import { WaitingChanges } from './waiting-changes.js';
import './setup.css';

type Company = BodyOf<'GET /v1/company'>;

/** The company as it stands on documents; in empty books, how it begins. */
export function Page() {
  const company = useCall('GET /v1/company', {}, { live: false });
  const isMissing =
    company.error instanceof CallRefused && company.error.problem.code === 'COMPANY_MISSING';
  return (
    <SetupPage>
      <WaitingChanges kinds={['tax-identity']} />
      <div className="body">
        {isMissing ? (
          <Missing />
        ) : (
          <Loaded query={company}>{(data) => <Facts company={data} />}</Loaded>
        )}
      </div>
    </SetupPage>
  );
}

function Missing() {
  const say = useWords(companyWords);
  const [isOpen, setOpen] = useState(false);
  const isAdmin = useRole() === 'admin';
  return (
    <NothingFound
      title={say('none')}
      verbs={
        isAdmin ? (
          <button type="button" className="btn primary" onClick={() => setOpen(true)}>
            {say('begin')}
          </button>
        ) : undefined
      }
    >
      {say('noneWhy')}
      {isOpen ? <BeginCompany onClose={() => setOpen(false)} /> : null}
    </NothingFound>
  );
}

function Facts({ company }: Readonly<{ company: Company }>) {
  const say = useWords(companyWords);
  const [isOpen, setOpen] = useState(false);
  const role = useRole();
  const facts = [
    [say('name'), company.name],
    [say('legalName'), company.legalName],
    [say('address'), company.address],
    [say('code'), company.code],
    [say('taxNumber'), company.taxNumber],
    [say('vat'), say(company.vatRegistered ? 'registered' : 'notRegistered')],
    [say('currency'), company.currency],
    [say('timeZone'), company.timeZone],
  ] as const;
  return (
    <section className="company">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{say('documents')}</p>
      {role === 'admin' ? (
        <button type="button" className="btn small" onClick={() => setOpen(true)}>
          {say('change')}
        </button>
      ) : null}
      <CompanyLogo company={company} />
      {ASKERS.includes(role) ? <TaxIdentity company={company} /> : null}
      {isOpen ? <ChangeCompany company={company} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

type ChangeProps = Readonly<{ company: Company; onClose: () => void }>;

/** Name and address; the undo puts back what stood there. */
function ChangeCompany({ company, onClose }: ChangeProps) {
  const say = useWords(companyWords);
  const tell = useToast();
  const change = useAct('PUT /v1/company');
  const { name, legalName, address } = company;
  const save = async (typed: Typed) => {
    const body = {
      name: typed('name'),
      legalName: typed('legalName'),
      address: typed('address'),
    };
    await change.mutateAsync({ body });
    onClose();
    tell(say('changed'), () => change.mutateAsync({ body: { name, legalName, address } }));
  };
  return (
    <FormDialog
      title={say('change')}
      submit={say('save')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} maxLength={120} defaultValue={name} autoFocus />
      <TextField
        name="legalName"
        label={say('legalName')}
        maxLength={200}
        defaultValue={legalName}
      />
      <TextField name="address" label={say('address')} maxLength={500} defaultValue={address} />
    </FormDialog>
  );
}

/** Asks for another tax number, or whether the company is registered for VAT. */
function TaxIdentity({ company }: Readonly<{ company: Company }>) {
  const say = useWords(companyWords);
  const [isOpen, setOpen] = useState(false);
  const ask = useDo(async (client, typed: Typed) => {
    const body = {
      taxNumber: typed('taxNumber'),
      vatRegistered: typed('vat') === 'yes',
      reason: typed('reason'),
    };
    return (await client.call('POST /v1/company/tax-identity/changes', { body })).body;
  });
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('askTax')}
      </button>
      {isOpen ? (
        <AskDialog title={say('askTax')} ask={ask} onClose={() => setOpen(false)}>
          <TextField
            name="taxNumber"
            label={say('taxNumber')}
            maxLength={32}
            defaultValue={company.taxNumber}
            autoFocus
          />
          <Labelled label={say('vat')} help="vat">
            <select name="vat" defaultValue={company.vatRegistered ? 'yes' : 'no'}>
              <option value="yes">{say('registered')}</option>
              <option value="no">{say('notRegistered')}</option>
            </select>
          </Labelled>
        </AskDialog>
      ) : null}
    </>
  );
}
