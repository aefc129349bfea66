import type { ReactNode } from 'react';
import type { Cell } from './cells.js';
import { decimal } from './format.js';
import { inHundredths } from './hundredths.js';
import { Amount } from './money.js';
import { Day, When } from './when.js';

/** A cell as the screen shows it, where its column says nothing else. What is unknown is a dash, never empty. */
export function CellView({ of }: Readonly<{ of: Cell }>): ReactNode {
  switch (of.kind) {
    case 'none':
      return '\u2013';
    case 'text':
      return of.text;
    case 'money':
      return <Amount of={of.money} />;
    case 'number':
      return <Figure value={of.value} unit={of.unit} />;
    case 'percent':
      return `${decimal(inHundredths(of.share))} %`;
    case 'day':
      return <Day on={of.on} />;
    case 'moment':
      return <When at={of.at} />;
  }
}

function Figure({ value, unit }: Readonly<{ value: string; unit: string | undefined }>) {
  return (
    <span className={value === '0' ? 'quiet' : undefined}>
      {decimal(value)}
      {unit === undefined ? null : ` ${unit}`}
    </span>
  );
}
