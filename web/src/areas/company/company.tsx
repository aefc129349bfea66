import { useState } from 'react';
import { CallRefused, type BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { BeginCompany } from './begin-company.js';
import { companyWords } from './company-words.js';
import { SetupViews } from './views.js';
import './setup.css';

type Company = BodyOf<'GET /v1/company'>;

/** The company as it stands on documents; in empty books, how it begins. */
export function Page() {
  const say = useWords(companyWords);
  const company = useCall('GET /v1/company', {}, { live: false });
  const isMissing =
    company.error instanceof CallRefused && company.error.problem.code === 'COMPANY_MISSING';
  return (
    <Frame title={say('title')} views={<SetupViews />}>
      <div className="body">
        {isMissing ? (
          <Missing />
        ) : (
          <Loaded query={company}>{(data) => <Facts company={data} />}</Loaded>
        )}
      </div>
    </Frame>
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
  const isAdmin = useRole() === 'admin';
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
      {isAdmin ? (
        <button type="button" className="btn small" onClick={() => setOpen(true)}>
          {say('change')}
        </button>
      ) : null}
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
