import { useState } from 'react';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { WholeTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { DATE_FORMATS } from '../../../../domain/bank-csv/date-formats.js';
import { bankWords } from './bank-words.js';
import { FilesViews } from './files-views.js';
import { filesWords } from './files-words.js';

type Profile = BodyOf<'GET /v1/bank-profiles'>['data'][number];

/** How the files of further banks are read, as a person agreed; each is changed and taken back here. */
export function Page() {
  const say = useWords(bankWords);
  const title = useWords(filesWords)('title');
  const profiles = useCall('GET /v1/bank-profiles', {});
  const [changed, setChanged] = useState<Profile>();
  const mayWrite = FINANCE_WRITERS.some((one) => one === useRole());
  const columns = useColumns(mayWrite ? setChanged : undefined);
  return (
    <Frame title={title} views={<FilesViews at="profiles" />}>
      <WholeTable
        title={say('profiles')}
        exportAs="bank-profiles"
        query={profiles}
        columns={columns}
        keyOf={({ code }) => code}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {changed === undefined ? null : (
        <ChangeForm of={changed} onClose={() => setChanged(undefined)} />
      )}
    </Frame>
  );
}

function useColumns(onChange: ((profile: Profile) => void) | undefined) {
  const say = useWords(bankWords);
  const moneyOf = useMoneyColumns();
  const header = ({ header: names }: Profile) => names.join(', ');
  const shown: readonly Column<Profile>[] = [
    {
      id: 'bank',
      head: say('bankHead'),
      className: 'medium',
      value: ({ bankName }) => textIn(bankName),
    },
    { id: 'code', head: say('code'), className: 'mono', value: ({ code }) => textIn(code) },
    {
      id: 'day',
      head: say('day'),
      value: ({ bookingDate, dateFormat }) => textIn(`${bookingDate} (${dateFormat})`),
    },
    { id: 'text', head: say('text'), value: ({ text }) => textIn(text.join(', ')) },
    { id: 'amount', head: say('amount'), value: (profile) => textIn(moneyOf(profile)) },
    {
      id: 'decimals',
      head: say('decimals'),
      className: 'mono',
      value: ({ decimalMark }) => textIn(decimalMark),
    },
    {
      id: 'header',
      head: say('header'),
      value: (profile) => textIn(header(profile)),
      wide: header,
    },
  ];
  if (onChange === undefined) return shown;
  const verbs: Column<Profile> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (profile) => <Verbs profile={profile} onChange={onChange} />,
  };
  return [...shown, verbs];
}

/** `Masuk, Keluar`, or `Nominal (CR or DB behind it)`. */
export function useMoneyColumns(): (profile: Pick<Profile, 'money'>) => string {
  const say = useWords(bankWords);
  return ({ money }) =>
    money.kind === 'sides'
      ? `${money.credit}, ${money.debit}`
      : `${money.amount} (${say(money.kind)})`;
}

type VerbsProps = Readonly<{ profile: Profile; onChange: (profile: Profile) => void }>;

function Verbs({ profile, onChange }: VerbsProps) {
  const say = useWords(bankWords);
  const tell = useToast();
  const remove = useAct('DELETE /v1/bank-profiles/{profile}');
  const keep = useAct('PUT /v1/bank-profiles/{profile}');
  const { code, bankName: bank } = profile;
  const params = { profile: code };
  const told = () =>
    tell(say('removed', { bank }), () => keep.mutateAsync({ params, body: bodyOf(profile) }));
  return (
    <span className="row">
      <button
        type="button"
        className="btn small"
        aria-label={`${say('change')}: ${bank}`}
        onClick={() => onChange(profile)}
      >
        {say('change')}
      </button>
      <button
        type="button"
        className="btn small"
        aria-label={`${say('remove')}: ${bank}`}
        disabled={remove.isPending}
        onClick={() =>
          remove.mutate(
            { params },
            { onSuccess: told, onError: (error) => tell(faultOf(error) ?? '') },
          )
        }
      >
        {say('remove')}
      </button>
    </span>
  );
}

function ChangeForm({ of, onClose }: Readonly<{ of: Profile; onClose: () => void }>) {
  const say = useWords(bankWords);
  const tell = useToast();
  const keep = useAct('PUT /v1/bank-profiles/{profile}');
  const params = { profile: of.code };
  const save = async (typed: Typed) => {
    const { bankName } = await keep.mutateAsync({
      params,
      body: { ...bodyOf(of), ...typedIn(typed) },
    });
    onClose();
    tell(say('changed', { bank: bankName }), () => keep.mutateAsync({ params, body: bodyOf(of) }));
  };
  return (
    <FormDialog
      title={say('changeOf', { bank: of.bankName })}
      submit={say('save')}
      act={keep}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        name="bankName"
        label={say('bankHead')}
        maxLength={120}
        defaultValue={of.bankName}
        autoFocus
      />
      <Labelled label={say('whichDay')}>
        <select name="dateFormat" defaultValue={of.dateFormat}>
          {DATE_FORMATS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('decimals')}>
        <select name="decimalMark" defaultValue={of.decimalMark}>
          <option>,</option>
          <option>.</option>
        </select>
      </Labelled>
      <Labelled label={say('closingLabel')}>
        <input name="closingLabel" maxLength={200} defaultValue={of.closingLabel ?? ''} />
      </Labelled>
    </FormDialog>
  );
}

function typedIn(typed: Typed) {
  return {
    bankName: typed('bankName'),
    dateFormat: typed('dateFormat') as Profile['dateFormat'],
    decimalMark: typed('decimalMark') as Profile['decimalMark'],
    closingLabel: typed('closingLabel') || null,
  };
}

/** A profile as the call takes it. */
function bodyOf(profile: Profile) {
  const { id: _id, code: _code, ...body } = profile;
  return body;
}
