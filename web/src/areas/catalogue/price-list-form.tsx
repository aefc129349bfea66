import type { InputOf } from '../../api/client.js';
import { useAct, useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { SEGMENTS, useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { useDayOf, type DayOf } from './day-of.js';
import { listsWords } from './lists-words.js';
import type { PriceList } from './price-lists.js';

type Body = InputOf<'PUT /v1/price-lists/{priceListId}'>['body'];
type Props = Readonly<{ of: PriceList | undefined; onClose: () => void }>;

/** How a till sells, by the name of the API. */
const CHANNELS = ['counter', 'wholesale', 'phone', 'web', 'marketplace'] as const;

/** A list as the call takes it. */
export function bodyOf({ name, storeGroup, channel, segment, ...period }: PriceList): Body {
  const { validFrom, validUntil } = period;
  return { name, storeGroup, channel, segment, validFrom, validUntil };
}

/** A new list, or another name, scope or period of one; each with its undo. */
export function PriceListForm({ of, onClose }: Props) {
  const say = useWords(listsWords);
  const { act, save } = useSaving({ of, onClose });
  const hasBegun = of?.state === 'inForce';
  return (
    <FormDialog
      title={of === undefined ? say('add') : say('changeTitle', { name: of.name })}
      submit={say(of === undefined ? 'addIt' : 'save')}
      act={act}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      {of === undefined ? (
        <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      ) : null}
      <Labelled label={say('name')}>
        <input
          name="name"
          required
          maxLength={120}
          defaultValue={of?.name}
          autoFocus={of !== undefined}
        />
      </Labelled>
      {hasBegun ? <p className="soft">{say('begun')}</p> : <Scope of={of} />}
      <Period of={of} hasBegun={hasBegun} />
    </FormDialog>
  );
}

function Scope({ of }: Pick<Props, 'of'>) {
  const say = useWords(listsWords);
  const segmentName = useSegmentName();
  return (
    <>
      <Labelled label={say('segment')} help="listSegment">
        <input
          name="segment"
          maxLength={64}
          list="list-segments"
          defaultValue={of?.segment ?? ''}
        />
        <datalist id="list-segments">
          {Object.keys(SEGMENTS).map((code) => (
            <option key={code} value={code}>
              {segmentName(code)}
            </option>
          ))}
        </datalist>
      </Labelled>
      <Labelled label={say('storeGroup')}>
        <input name="storeGroup" maxLength={64} defaultValue={of?.storeGroup ?? ''} />
      </Labelled>
      <Labelled label={say('channel')}>
        <select name="channel" defaultValue={of?.channel ?? ''}>
          <option value="">{say('anyChannel')}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {say(channel)}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}

function Period({ of, hasBegun }: Pick<Props, 'of'> & Readonly<{ hasBegun: boolean }>) {
  const say = useWords(listsWords);
  const dayOf = useDayOf();
  return (
    <>
      {hasBegun ? null : (
        <Labelled label={say('from')}>
          <input name="from" type="date" required defaultValue={dayOf(of?.validFrom ?? null)} />
        </Labelled>
      )}
      <Labelled label={say('until')}>
        <input name="until" type="date" defaultValue={dayOf(of?.validUntil ?? null)} />
      </Labelled>
    </>
  );
}

function useSaving({ of, onClose }: Props) {
  const say = useWords(listsWords);
  const tell = useToast();
  const dayOf = useDayOf();
  const end = useAct('POST /v1/price-lists/{priceListId}/ending');
  const change = useAct('PUT /v1/price-lists/{priceListId}');
  const write = useDo(async (client, typed: Typed) => {
    const body = typedBody(typed, { of, dayOf });
    if (of === undefined) {
      const added = { ...body, code: typed('code') };
      return (await client.call('POST /v1/price-lists', { body: added })).body;
    }
    const params = { priceListId: of.id };
    return (await client.call('PUT /v1/price-lists/{priceListId}', { params, body })).body;
  });
  const save = async (typed: Typed) => {
    const { id, name } = await write.mutateAsync(typed);
    onClose();
    const params = { priceListId: id };
    if (of === undefined) tell(say('added', { name }), () => end.mutateAsync({ params, body: {} }));
    else tell(say('changed', { name }), () => change.mutateAsync({ params, body: bodyOf(of) }));
  };
  return { act: write, save };
}

type Before = Readonly<{ of: PriceList | undefined; dayOf: DayOf }>;

/** A moment whose day was not touched stays as exact as it was. */
function typedBody(typed: Typed, { of, dayOf }: Before): Body {
  const moment = (day: string, before: string | null | undefined) =>
    before !== undefined && before !== null && dayOf(before) === day ? before : day;
  const validUntil = moment(typed('until'), of?.validUntil) || null;
  const name = typed('name');
  if (of?.state === 'inForce') return { ...bodyOf(of), name, validUntil };
  return {
    name,
    validUntil,
    validFrom: moment(typed('from'), of?.validFrom),
    segment: typed('segment') || null,
    storeGroup: typed('storeGroup') || null,
    channel: CHANNELS.find((one) => one === typed('channel')) ?? null,
  };
}
