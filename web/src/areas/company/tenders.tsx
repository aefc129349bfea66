import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole, useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { amount } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { Money } from '../../ui/money.js';
import { typedMoney } from '../../ui/read-money.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { tenderWords } from './rules-words.js';
import { SetupPage } from './views.js';

type Tender = BodyOf<'GET /v1/tender-rules'>['data'][number];

/** How sales may be paid; an administrator changes limits and what goes without a connection. */
export function Page() {
  const say = useWords(tenderWords);
  const tenders = useCall('GET /v1/tender-rules', {});
  const isAdmin = useRole() === 'admin';
  const [changed, setChanged] = useState<Tender>();
  return (
    <SetupPage>
      <WholeTable
        title={say('tenders')}
        exportAs="tenders"
        query={tenders}
        columns={useColumns(isAdmin ? setChanged : undefined)}
        keyOf={({ type }) => type}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {changed === undefined ? null : (
        <ChangeTender of={changed} onClose={() => setChanged(undefined)} />
      )}
    </SetupPage>
  );
}

function useColumns(onChange: ((tender: Tender) => void) | undefined): readonly Column<Tender>[] {
  const say = useWords(tenderWords);
  const shown: readonly Column<Tender>[] = [
    {
      id: 'type',
      head: say('type'),
      value: ({ type }) => textIn(say(type)),
      cell: ({ type }) => <b>{say(type)}</b>,
    },
    {
      id: 'offline',
      head: say('offline'),
      value: ({ offlineAllowed }) => textIn(say(offlineAllowed ? 'yes' : 'no')),
    },
    {
      id: 'limit',
      head: say('limit'),
      value: ({ perSaleLimit }) => moneyIn(perSaleLimit),
      align: 'num',
      cell: ({ perSaleLimit: limit }) => (limit === null ? say('noLimit') : <Money of={limit} />),
    },
    {
      id: 'account',
      head: say('account'),
      className: 'mono',
      value: ({ account }) => textIn(account),
    },
  ];
  if (onChange === undefined) return shown;
  const verbs: Column<Tender> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (tender) => (
      <button
        type="button"
        className="btn small"
        aria-label={say('changeTitle', { type: say(tender.type) })}
        onClick={() => onChange(tender)}
      >
        {say('change')}
      </button>
    ),
  };
  return [...shown, verbs];
}

type ChangeProps = Readonly<{ of: Tender; onClose: () => void }>;

/** Limit and use of one way to pay; the undo puts back what stood there. */
function ChangeTender({ of, onClose }: ChangeProps) {
  const say = useWords(tenderWords);
  const { change, submit } = useChanging({ of, onClose });
  const { type, offlineAllowed, perSaleLimit } = of;
  return (
    <FormDialog
      title={say('changeTitle', { type: say(type) })}
      submit={say('save')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('offline')} help="tenderOffline">
        <select name="offline" defaultValue={offlineAllowed ? 'yes' : 'no'}>
          <option value="yes">{say('yes')}</option>
          <option value="no">{say('no')}</option>
        </select>
      </Labelled>
      <Labelled label={say('limit')} help="tenderLimit">
        <input
          name="limit"
          inputMode="decimal"
          defaultValue={perSaleLimit === null ? '' : amount(perSaleLimit)}
        />
      </Labelled>
      <small className="soft">{say('emptyMeans')}</small>
    </FormDialog>
  );
}

function useChanging({ of: { type, offlineAllowed, perSaleLimit }, onClose }: ChangeProps) {
  const say = useWords(tenderWords);
  const tell = useToast();
  const change = useAct('PUT /v1/tender-rules/{type}');
  const { currency } = useSession().surroundings.company;
  const params = { type };
  const undo = () => change.mutate({ params, body: { offlineAllowed, perSaleLimit } });
  const submit = (typed: Typed) => {
    const limit = typed('limit');
    const body = {
      offlineAllowed: typed('offline') === 'yes',
      perSaleLimit: limit === '' ? null : typedMoney(limit, currency ?? 'IDR'),
    };
    const onSuccess = () => {
      onClose();
      tell(say('isChanged', { type: say(type) }), undo);
    };
    change.mutate({ params, body }, { onSuccess });
  };
  return { change, submit };
}
