import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { decimal, money } from '../../ui/format.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { typedQuantity } from '../../ui/read-quantity.js';
import { useWords } from '../../words/words.js';
import { bodyOf, type Promotion } from './promotion-typed.js';
import { promotionsWords } from './promotions-words.js';

type Props = Readonly<{ of: Promotion; onClose: () => void }>;
type Priced = BodyOf<'POST /v1/basket-prices'>;

/** As many as a basket that shows a rule needs. */
const LINES_MAX = 6;

/** What a basket would cost with a promotion that holds now, beside those in force; nothing is kept. */
export function TryPromotion({ of, onClose }: Props) {
  const say = useWords(promotionsWords);
  const [lines, setLines] = useState(Math.min(Math.max(of.skus?.length ?? 0, 1), LINES_MAX));
  const act = useAct('POST /v1/basket-prices');
  const places = Array.from({ length: lines }, (_, at) => at);
  const submit = (typed: Typed) => act.mutate({ body: triedBody(typed, { of, places }) });
  return (
    <FormDialog
      title={say('tryTitle', { name: of.name })}
      submit={say('try')}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('tryWhy')}</p>
      <TillChoice />
      {places.map((at) => (
        <div key={at} className="row">
          <Labelled label={say('sku')}>
            <input name={`sku-${at}`} required={at === 0} defaultValue={of.skus?.[at] ?? ''} />
          </Labelled>
          <Labelled label={say('quantity')}>
            <input name={`quantity-${at}`} inputMode="decimal" defaultValue="1" />
          </Labelled>
        </div>
      ))}
      {lines < LINES_MAX ? (
        <button type="button" className="btn small" onClick={() => setLines(lines + 1)}>
          {say('another')}
        </button>
      ) : null}
      {act.data === undefined ? null : <Tried of={of} priced={act.data} />}
    </FormDialog>
  );
}

type Chosen = Readonly<{ of: Promotion; places: readonly number[] }>;

function triedBody(typed: Typed, { of, places }: Chosen) {
  const { validFrom: _from, validUntil: _until, name: _name, ...terms } = bodyOf(of);
  return {
    terminal: typed('terminal'),
    coupons: of.coupon === undefined ? [] : [of.coupon],
    lines: places.flatMap((at) => {
      const sku = typed(`sku-${at}`);
      return sku === '' ? [] : [{ sku, quantity: typedQuantity(typed(`quantity-${at}`)) }];
    }),
    promotions: [{ ...terms, code: of.code }],
  };
}

function TillChoice() {
  const say = useWords(promotionsWords);
  const tills = useCall('GET /v1/terminals', {});
  return (
    <Labelled label={say('till')}>
      <select name="terminal" required>
        {tills.data?.data.map(({ id, code }) => (
          <option key={id} value={code}>
            {code}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Tried({ of, priced }: Readonly<{ of: Promotion; priced: Priced }>) {
  const say = useWords(promotionsWords);
  const own = priced.promotions.find(({ code }) => code === of.code);
  const { name } = of;
  return (
    <div role="status">
      {own === undefined ? null : (
        <p>
          {own.outcome === 'given'
            ? say('outcomeGiven', { name, amount: money(own.amount) })
            : say('outcomeNone', { name, why: say(own.outcome) })}
        </p>
      )}
      <table className="t compact">
        <caption className="hidden">{say('tried')}</caption>
        <thead>
          <tr>
            <th scope="col" className="wide">
              {say('line')}
            </th>
            <NumberHeads of={[say('gross'), say('given'), say('net')]} />
          </tr>
        </thead>
        <tbody>
          {priced.lines.map((line) => (
            <tr key={line.number}>
              <td className="wide">
                {decimal(line.quantity)} {line.unit} {line.name}
              </td>
              <AmountCell of={line.gross} />
              <AmountCell of={line.discount} />
              <AmountCell of={line.total} />
            </tr>
          ))}
          <tr>
            <th scope="row">{say('total')}</th>
            <AmountCell of={priced.totals.gross} />
            <AmountCell of={priced.totals.discount} />
            <AmountCell of={priced.totals.total} look="medium" />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
