import { amount, isZero, money, short, type WireMoney } from './format.js';

/** An amount with its currency. */
export function Money({ of }: Readonly<{ of: WireMoney }>) {
  return <span className="nowrap">{money(of)}</span>;
}

/** The figure alone, in a column whose head names the currency. Nothing is soft. */
export function Amount({ of }: Readonly<{ of: WireMoney }>) {
  return (
    <span className={isZero(of) ? 'quiet' : undefined} title={money(of)}>
      {amount(of)}
    </span>
  );
}

/** For sentences and charts: the exact amount is in the tooltip. */
export function Short({ of }: Readonly<{ of: WireMoney }>) {
  return (
    <span className="nowrap" title={money(of)}>
      {short(of)}
    </span>
  );
}

/** The same as a cell of a table; `look` is a class of the cell beside. */
export function AmountCell({ of, look }: Readonly<{ of: WireMoney; look?: 'soft' | 'medium' }>) {
  return (
    <td className={look === undefined ? 'num' : `num ${look}`}>
      <Amount of={of} />
    </td>
  );
}
