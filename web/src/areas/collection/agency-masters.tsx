import { useState, type ReactNode } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { ASKERS } from '../company/askers.js';
import { SetupPage } from '../company/views.js';
import { WaitingChanges } from '../company/waiting-changes.js';
import { AgencyForm } from './agency-form.js';
import { mastersWords } from './agency-masters-words.js';
import { AgencyVerbs } from './agency-verbs.js';
import { percentOfPoints } from './basis-points.js';
import { Agreed } from './scorecards.js';
import '../company/setup.css';

export type Agency = BodyOf<'GET /v1/agencies'>['data'][number];

/** Collection agencies: who they are, their terms and commission, and how their machines get in. */
export function Page() {
  const say = useWords(mastersWords);
  const agencies = useCall('GET /v1/agencies', {});
  const mayAsk = ASKERS.includes(useRole());
  const [isOpen, setOpen] = useState(false);
  const add = (
    <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
      {say('add')}
    </button>
  );
  return (
    <SetupPage verbs={mayAsk ? add : null}>
      <div className="body" tabIndex={0} role="region" aria-label={say('agencies')}>
        <WaitingChanges kinds={['agreement', 'agency-terms']} />
        <Loaded query={agencies}>
          {({ data }) =>
            data.length === 0 ? (
              <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>
            ) : (
              data.map((agency) => <OneAgency key={agency.id} agency={agency} />)
            )
          }
        </Loaded>
      </div>
      {isOpen ? <AgencyForm of={undefined} onClose={() => setOpen(false)} /> : null}
    </SetupPage>
  );
}

function OneAgency({ agency }: Readonly<{ agency: Agency }>) {
  const say = useWords(mastersWords);
  return (
    <section className="store-block" aria-label={agency.name}>
      <header>
        <h2>{agency.name}</h2>
        <span className="mono">{agency.code}</span>
        <span className="soft">{say(agency.active ? 'active' : 'inactive')}</span>
      </header>
      <div className="company">
        <Facts agency={agency} />
        <AgencyVerbs agency={agency} />
      </div>
    </section>
  );
}

function Facts({ agency }: Readonly<{ agency: Agency }>) {
  const say = useWords(mastersWords);
  const agreements = useCall('GET /v1/agreements', { query: { agency: agency.code } });
  const { contactName, email, phone } = agency;
  const contact = [contactName, email, phone].filter((one) => one !== null).join(', ');
  return (
    <dl className="facts">
      <Fact name={say('contactName')}>{contact === '' ? say('unknown') : contact}</Fact>
      <Fact name={say('commission')}>
        <Agreed agreements={agreements.data?.data ?? []} current={agency.agreement} />
      </Fact>
      <Fact name={say('tax')}>{percentOfPoints(agency.commissionTaxBasisPoints)} %</Fact>
      <Fact name={say('recall')}>{say('days', { n: agency.recallReportDays })}</Fact>
      <Fact name={say('open')}>{agency.openCases}</Fact>
      <Fact name={say('keys')}>{agency.keys}</Fact>
      <Fact name={say('webhook')}>{agency.webhookUrl ?? say('fetches')}</Fact>
    </dl>
  );
}

function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
