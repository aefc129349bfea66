import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { useToast } from '../../shell/toasts.js';
import { momentIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { WholeTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { webhookWords } from './agency-masters-words.js';
import { RotateSecret } from './rotate-secret.js';
import './webhook.css';

type Webhook = BodyOf<'GET /v1/agency/webhook'>;
type Delivery = Webhook['lastDeliveries'][number];

/** Where the messages of an agency go, what signs them, and what became of the last ones. */
export function Page() {
  const say = useWords(webhookWords);
  const webhook = useCall('GET /v1/agency/webhook', {});
  const deliveries = webhook.data && { data: webhook.data.lastDeliveries };
  return (
    <Frame title={say('title')}>
      <div className="webhook">
        <Loaded query={webhook} rows={4}>
          {(found) => (
            <>
              <Address url={found.url} />
              <Secrets secrets={found.secrets} />
            </>
          )}
        </Loaded>
      </div>
      <h2 className="webhook-head">{say('last')}</h2>
      <WholeTable
        title={say('last')}
        exportAs="webhook-deliveries"
        query={{ ...webhook, data: deliveries }}
        columns={useColumns()}
        keyOf={({ id }) => id}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
    </Frame>
  );
}

/** The address is another one, or none; the undo puts back the one before. */
function useSetUrl() {
  const say = useWords(webhookWords);
  const tell = useToast();
  const set = useAct('POST /v1/agency/webhook');
  const change = (url: string | null, before: string | null, then?: () => void) =>
    set.mutate(
      { body: { url } },
      {
        onSuccess: () => {
          then?.();
          const says = url === null ? say('isOff') : say('isSet', { url });
          tell(says, () => set.mutate({ body: { url: before } }));
        },
      },
    );
  return { set, change };
}

function Address({ url }: Pick<Webhook, 'url'>) {
  const say = useWords(webhookWords);
  const { set, change } = useSetUrl();
  const [isOpen, setOpen] = useState(false);
  const submit = (typed: Typed) => change(typed('url'), url, () => setOpen(false));
  return (
    <section aria-label={say('url')}>
      <h2>{say(url === null ? 'off' : 'told')}</h2>
      {url === null ? <p className="soft">{say('offWhy')}</p> : <p className="mono">{url}</p>}
      <div className="row">
        <button type="button" className="btn small" onClick={() => setOpen(true)}>
          {say('url')}
        </button>
        {url === null ? null : (
          <button
            type="button"
            className="btn small plain"
            disabled={set.isPending}
            onClick={() => change(null, url)}
          >
            {say('switchOff')}
          </button>
        )}
      </div>
      {isOpen ? (
        <AddressForm url={url} act={set} onSubmit={submit} onClose={() => setOpen(false)} />
      ) : null}
    </section>
  );
}

type FormProps = Readonly<{
  url: string | null;
  act: Readonly<{ error: unknown; isPending: boolean }>;
  onSubmit: (typed: Typed) => void;
  onClose: () => void;
}>;

function AddressForm({ url, act, onSubmit, onClose }: FormProps) {
  const say = useWords(webhookWords);
  return (
    <FormDialog
      title={say('url')}
      submit={say('save')}
      act={act}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <p className="soft">{say('offWhy')}</p>
      <Labelled label={say('url')} help="webhookUrl">
        <input
          name="url"
          type="url"
          required
          maxLength={2_000}
          placeholder="https://"
          defaultValue={url ?? ''}
          autoFocus
        />
      </Labelled>
    </FormDialog>
  );
}

function Secrets({ secrets }: Pick<Webhook, 'secrets'>) {
  const say = useWords(webhookWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={say('secrets')}>
      <h2>{say('secrets')}</h2>
      {secrets.length === 0 ? (
        <p className="soft">{say('noSecret')}</p>
      ) : (
        <dl className="facts">
          {secrets.map(({ id, createdAt, expiresAt }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>
                {say('made')} {createdAt === null ? say('early') : <When at={createdAt} />}
              </dt>
              <dd>
                {expiresAt === null ? (
                  say('inUse')
                ) : (
                  <>
                    {say('signsUntil')} <When at={expiresAt} />
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('rotate')}
      </button>
      {isOpen ? <RotateSecret onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

const LOOKS: Readonly<Record<Delivery['state'], StatusLook>> = {
  waiting: { shape: 'captured', family: 'wait' },
  delivered: { shape: 'paid', family: 'in' },
  fetched: { shape: 'paid', family: 'off' },
  refused: { shape: 'overdue', family: 'bad' },
  failed: { shape: 'overdue', family: 'bad' },
};

function useColumns(): readonly Column<Delivery>[] {
  const say = useWords(webhookWords);
  return [
    { id: 'when', head: say('when'), value: ({ createdAt }) => momentIn(createdAt) },
    {
      id: 'what',
      head: say('what'),
      value: ({ type }) => textIn(say(type)),
      cell: ({ type }) => <b>{say(type)}</b>,
    },
    {
      id: 'state',
      head: say('state'),
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => <Status look={LOOKS[state]}>{say(state)}</Status>,
    },
    {
      id: 'answer',
      head: say('answer'),
      align: 'num',
      value: ({ httpStatus }) => numberIn(httpStatus),
    },
    {
      id: 'attempts',
      head: say('attempts'),
      align: 'num',
      value: ({ attempts }) => numberIn(attempts),
    },
    {
      id: 'case',
      head: say('case'),
      // In a file the case is known by its id: the link is for the screen.
      value: ({ placementId }) => textIn(placementId),
      cell: ({ placementId }) => <Link to={`/cases/${placementId}`}>{say('open')}</Link>,
    },
  ];
}
