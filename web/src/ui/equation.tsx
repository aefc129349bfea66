import type { ReactNode } from 'react';
import type { Family } from './status.js';

export type Term = Readonly<{
  label: ReactNode;
  value: ReactNode;
  sign?: '+' | '\u2212' | '=';
  family?: Family;
}>;

/** A sum that comes out: every term with its name and sign, the result stronger. */
export function Equation({ terms, label }: Readonly<{ terms: readonly Term[]; label?: string }>) {
  return (
    <dl className="eq" aria-label={label}>
      {terms.map(({ sign, label: name, value, family }, index) => (
        <div
          key={index}
          data-sign={sign}
          className={sign === '=' ? `result ${family ?? ''}` : undefined}
        >
          <dt>{name}</dt>
          <dd className={family === undefined ? undefined : 'fg'}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What this page's sum ties to, in its foot. */
export function Facts({ rows }: Readonly<{ rows: readonly (readonly [ReactNode, ReactNode])[] }>) {
  return (
    <dl className="facts">
      {rows.map(([name, value], index) => (
        <div key={index} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
