import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall, useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { Facts } from '../../ui/equation.js';
import { amount, date } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { bankWords } from './bank-words.js';
import { useMoneyColumns } from './bank-profiles.js';
import type { BankFile } from './one-file.js';

type Proposal = BodyOf<'GET /v1/bank-statements/{statementId}/profile'>;
type DateFormat = Proposal['profile']['dateFormat'];

/** A file of a bank that nobody knows: how it would be read, for a person to confirm. */
export function UnknownBank({ file }: Readonly<{ file: BankFile }>) {
  const proposal = useCall('GET /v1/bank-statements/{statementId}/profile', {
    params: { statementId: file.id },
  });
  return (
    <Loaded query={proposal} rows={5}>
      {(one) => (
        <>
          <Columns of={one.profile} />
          <FirstLines lines={one.lines} />
          <Confirm file={file} proposal={one} />
        </>
      )}
    </Loaded>
  );
}

function Columns({ of }: Readonly<{ of: Proposal['profile'] }>) {
  const say = useWords(bankWords);
  const sides = useMoneyColumns()(of);
  const rows: readonly (readonly [string, string | null])[] = [
    [say('day'), `${of.bookingDate} (${of.dateFormat})`],
    [say('text'), of.text.join(', ')],
    [say(of.money.kind === 'sides' ? 'creditDebit' : 'amount'), sides],
    [say('balance'), of.balance ?? null],
    [say('payer'), of.payerName ?? null],
    [say('decimals'), of.decimalMark],
  ];
  return <Facts rows={rows.filter(([, value]) => value !== null)} />;
}

function FirstLines({ lines }: Pick<Proposal, 'lines'>) {
  const say = useWords(bankWords);
  const place = usePlace();
  return (
    <table className="t compact">
      <caption>{say('firstLines')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('place')}</th>
          <th scope="col">{say('day')}</th>
          <th scope="col" className="wide">
            {say('text')}
          </th>
          <th scope="col" className="num">
            {say('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.place}>
            <td className="mono">{line.place}</td>
            <td>{date(line.bookingDate, place)}</td>
            <td className="wide">{line.text}</td>
            <td className="num">{amount(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Confirm({ file, proposal }: Readonly<{ file: BankFile; proposal: Proposal }>) {
  const say = useWords(bankWords);
  const tell = useToast();
  const { dateFormats, profile } = proposal;
  const isSure = dateFormats.length === 1;
  const [bankName, setBankName] = useState('');
  const [dateFormat, setDateFormat] = useState<DateFormat | ''>(isSure ? profile.dateFormat : '');
  const remove = useAct('DELETE /v1/bank-profiles/{profile}');
  const keep = useKeeping(file);
  const confirm = async () => {
    if (dateFormat === '') return;
    const code = await keep.mutateAsync({ ...profile, bankName, dateFormat });
    tell(say('kept', { bank: bankName }), () => remove.mutateAsync({ params: { profile: code } }));
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm().catch(() => undefined);
      }}
    >
      <label className="field small grow">
        <span>{say('bank')}</span>
        <input
          required
          maxLength={60}
          value={bankName}
          onChange={({ target }) => setBankName(target.value)}
        />
      </label>
      {isSure ? null : (
        <label className="field small">
          <span>{say('whichDay')}</span>
          <select
            required
            value={dateFormat}
            onChange={({ target }) => setDateFormat(target.value as DateFormat | '')}
          >
            <option value="">{say('choose')}</option>
            {dateFormats.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="btn small primary" disabled={keep.isPending}>
        {say('confirm')}
      </button>
      <p className="fault" role="alert">
        {faultOf(keep.error)}
      </p>
    </form>
  );
}

/** Keeps the profile under a code of its own, and has the file read by it. Answers the code. */
function useKeeping(file: BankFile) {
  return useDo(async (client, body: Proposal['profile'] & Readonly<{ bankName: string }>) => {
    const { data } = (await client.call('GET /v1/bank-profiles', {})).body;
    const profile = freeCode(
      body.bankName,
      data.map(({ code }) => code),
    );
    await client.call('PUT /v1/bank-profiles/{profile}', { params: { profile }, body });
    const params = { statementId: file.id };
    await client.call('POST /v1/bank-statements/{statementId}/readings', { params, body: {} });
    return profile;
  });
}

/** `Bank Pulau` is kept under `bank-pulau-1`, its second export under `bank-pulau-2`. */
function freeCode(bankName: string, taken: readonly string[]): string {
  const name = bankName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const codes = Array.from({ length: taken.length + 1 }, (_, index) => `${name}-${index + 1}`);
  return codes.find((code) => !taken.includes(code)) ?? name;
}
