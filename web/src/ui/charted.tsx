import type { ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.js';
import './charted.css';

const words = defineWords({ table: { en: 'Table', id: 'Tabel' } });

type Props = Readonly<{
  title: string;
  why?: string | undefined;
  /** A question mark that says what the figures are. */
  what?: ReactNode;
  /** The picture; its figures stand in the table once more. */
  chart: ReactNode;
  keys?: ReactNode;
  table: ReactNode;
}>;

/** A chart with its twin: the same figures as a table, which opens under it. */
export function Charted({ title, why, what, chart, keys, table }: Props) {
  const say = useWords(words);
  return (
    <section aria-label={title}>
      <header>
        <h2>{title}</h2>
        {what}
        {why === undefined ? null : <p>{why}</p>}
      </header>
      {chart}
      {keys === undefined ? null : <div className="chart-keys">{keys}</div>}
      <details className="twin">
        <summary aria-label={`${say('table')}: ${title}`}>{say('table')}</summary>
        <div className="tw" tabIndex={0} role="region" aria-label={title}>
          {table}
        </div>
      </details>
    </section>
  );
}

/** What a colour of a chart means. */
export function Key({ look, children }: Readonly<{ look: string; children: ReactNode }>) {
  return (
    <span>
      <i className={`key ${look}`} aria-hidden="true" />
      {children}
    </span>
  );
}
