import { useState } from 'react';
import { useAct, useDo } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { useDayOf, type DayOf } from './day-of.js';
import { ConditionFields, GoodsFields, LimitFields } from './promotion-conditions.js';
import { OfferFields } from './promotion-offer.js';
import {
  bodyOf,
  OFFER_KINDS,
  typedTerms,
  type OfferKind,
  type Promotion,
  type PromotionInput,
} from './promotion-typed.js';
import { promotionsWords } from './promotions-words.js';

type Props = Readonly<{ of: Promotion | undefined; onClose: () => void }>;

/** A new promotion, or other terms, another name or end of one; each with its undo. */
export function PromotionForm({ of, onClose }: Props) {
  const say = useWords(promotionsWords);
  const [kind, setKind] = useState<OfferKind>(of?.offer.kind ?? 'percent');
  const { act, save } = useSaving({ of, onClose, kind });
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
      <TextField
        name="name"
        label={say('nameOnPaper')}
        maxLength={120}
        {...(of === undefined ? {} : { defaultValue: of.name })}
      />
      {hasBegun ? (
        <p className="soft">{say('begun')}</p>
      ) : (
        <>
          <KindChoice kind={kind} onChoose={setKind} />
          <OfferFields kind={kind} of={of?.offer} />
          <GoodsFields of={of} />
        </>
      )}
      <Period of={of} hasBegun={hasBegun} />
      {hasBegun ? null : (
        <>
          <ConditionFields of={of} />
          <LimitFields of={of} />
        </>
      )}
    </FormDialog>
  );
}

type ChoiceProps = Readonly<{ kind: OfferKind; onChoose: (kind: OfferKind) => void }>;

function KindChoice({ kind, onChoose }: ChoiceProps) {
  const say = useWords(promotionsWords);
  const choose = (chosen: string) => {
    const found = OFFER_KINDS.find((one) => one === chosen);
    if (found !== undefined) onChoose(found);
  };
  return (
    <Labelled label={say('kind')}>
      <select name="kind" value={kind} onChange={({ target }) => choose(target.value)}>
        {OFFER_KINDS.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Period({ of, hasBegun }: Pick<Props, 'of'> & Readonly<{ hasBegun: boolean }>) {
  const say = useWords(promotionsWords);
  const dayOf = useDayOf();
  return (
    <>
      {hasBegun ? null : (
        <Labelled label={say('fromNow')}>
          <input name="from" type="date" defaultValue={dayOf(of?.validFrom)} />
        </Labelled>
      )}
      <Labelled label={say('until')}>
        <input name="until" type="date" defaultValue={dayOf(of?.validUntil)} />
      </Labelled>
    </>
  );
}

function useSaving({ of, onClose, kind }: Props & Readonly<{ kind: OfferKind }>) {
  const say = useWords(promotionsWords);
  const tell = useToast();
  const dayOf = useDayOf();
  const { surroundings } = useSession();
  const currency = surroundings.company.currency ?? 'IDR';
  const end = useAct('POST /v1/promotions/{promotionId}/ending');
  const change = useAct('PUT /v1/promotions/{promotionId}');
  const write = useDo(async (client, typed: Typed) => {
    const body = typedBody(typed, { of, dayOf, kind, currency });
    if (of === undefined) {
      const added = { ...body, code: typed('code') };
      return (await client.call('POST /v1/promotions', { body: added })).body;
    }
    const params = { promotionId: of.id };
    return (await client.call('PUT /v1/promotions/{promotionId}', { params, body })).body;
  });
  const save = async (typed: Typed) => {
    const { id, name } = await write.mutateAsync(typed);
    onClose();
    const params = { promotionId: id };
    if (of === undefined) tell(say('added', { name }), () => end.mutateAsync({ params, body: {} }));
    else tell(say('changed', { name }), () => change.mutateAsync({ params, body: bodyOf(of) }));
  };
  return { act: write, save };
}

type Before = Readonly<{
  of: Promotion | undefined;
  dayOf: DayOf;
  kind: OfferKind;
  currency: string;
}>;

/** A moment whose day was not touched stays as exact as it was. */
function typedBody(typed: Typed, { of, dayOf, ...chosen }: Before): PromotionInput {
  const moment = (day: string, before: string | null | undefined) =>
    before != null && dayOf(before) === day ? before : day;
  const validUntil = moment(typed('until'), of?.validUntil) || null;
  const name = typed('name');
  if (of?.state === 'inForce') return { ...bodyOf(of), name, validUntil };
  const validFrom = moment(typed('from'), of?.validFrom);
  return {
    name,
    ...typedTerms(typed, chosen),
    ...(validFrom === '' ? {} : { validFrom }),
    validUntil,
  };
}
