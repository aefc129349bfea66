import { useState } from 'react';
import { useAct, useDo } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from '../company/ask-dialog.js';
import { ASKERS } from '../company/askers.js';
import { AgencyForm } from './agency-form.js';
import type { Agency } from './agency-masters.js';
import { mastersWords } from './agency-masters-words.js';
import { AgreementForm } from './agreement-form.js';
import { PercentField } from './percent-field.js';
import { basisPointsOf, percentOfPoints } from './basis-points.js';

type Props = Readonly<{ agency: Agency; onClose: () => void }>;
type Verb = 'change' | 'askAgreement' | 'askTerms' | 'makeCode';

const VERBS = ['change', 'askAgreement', 'askTerms', 'makeCode'] as const;

/** What the role may do with an agency. Keys are given by an administrator alone. */
export function AgencyVerbs({ agency }: Pick<Props, 'agency'>) {
  const say = useWords(mastersWords);
  const role = useRole();
  const [open, setOpen] = useState<Verb>();
  const close = () => setOpen(undefined);
  const { name } = agency;
  if (!ASKERS.includes(role)) return null;
  return (
    <div className="row">
      {VERBS.filter((verb) => verb !== 'makeCode' || role === 'admin').map((verb) => (
        <button
          key={verb}
          type="button"
          className="btn small"
          aria-label={`${say(verb)}: ${name}`}
          onClick={() => setOpen(verb)}
        >
          {say(verb)}
        </button>
      ))}
      {open === 'change' ? <AgencyForm of={agency} onClose={close} /> : null}
      {open === 'askAgreement' ? <AgreementForm agency={agency} onClose={close} /> : null}
      {open === 'askTerms' ? <TermsForm agency={agency} onClose={close} /> : null}
      {open === 'makeCode' ? <MakeCode agency={agency} onClose={close} /> : null}
    </div>
  );
}

/** Asks for another tax on the commission, or other days to report in after a recall. */
function TermsForm({ agency, onClose }: Props) {
  const say = useWords(mastersWords);
  const ask = useDo(async (client, typed: Typed) => {
    const body = {
      commissionTaxBasisPoints: basisPointsOf(typed('tax')),
      recallReportDays: Number(typed('days')),
      reason: typed('reason'),
    };
    const input = { params: { agencyId: agency.id }, body };
    return (await client.call('POST /v1/agencies/{agencyId}/terms', input)).body;
  });
  return (
    <AskDialog title={say('askTermsOf', { name: agency.name })} ask={ask} onClose={onClose}>
      <PercentField
        name="tax"
        label={say('taxPercent')}
        value={percentOfPoints(agency.commissionTaxBasisPoints)}
      />
      <Labelled label={say('recallDays')} help="recallDays">
        <input
          name="days"
          type="number"
          min={0}
          max={366}
          required
          defaultValue={agency.recallReportDays}
        />
      </Labelled>
    </AskDialog>
  );
}

/** A code by which a machine of the agency gets a key; shown once. */
function MakeCode({ agency, onClose }: Props) {
  const say = useWords(mastersWords);
  const place = usePlace();
  const make = useAct('POST /v1/agencies/{agencyId}/enrolment-codes');
  const title = say('makeCodeOf', { name: agency.name });
  const submit = (typed: Typed) =>
    make.mutate({ params: { agencyId: agency.id }, body: { label: typed('label') } });
  const { data } = make;
  if (data !== undefined && data.code !== null)
    return (
      <OneTimeCode
        title={title}
        code={data.code}
        says={say('codeSays', { name: agency.name, until: moment(data.expiresAt, place) })}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={title}
      submit={say('makeCode')}
      act={make}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('codeWhy')}</p>
      <TextField name="label" label={say('codeFor')} maxLength={120} autoFocus />
    </FormDialog>
  );
}
