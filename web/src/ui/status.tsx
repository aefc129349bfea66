import type { ReactNode } from 'react';
import { StatusIcon, type StatusShape } from './status-icon.js';

/** What money does; `bad` is our machine's failure, never the customer's lateness. */
export type Family = 'in' | 'wait' | 'over' | 'disp' | 'agency' | 'off' | 'bad';

export type StatusLook = Readonly<{ shape: StatusShape; family: Family }>;

type Props = Readonly<{ look: StatusLook; children: ReactNode }>;

/** A status in a row: the icon carries the colour, the word the meaning. */
export function Status({ look, children }: Props) {
  return (
    <span className={`st ${look.family}`}>
      <StatusIcon shape={look.shape} />
      {children}
    </span>
  );
}

/** A status in the head of a page, once. */
export function Chip({ look, children }: Props) {
  return (
    <span className={`chip ${look.family}`}>
      <StatusIcon shape={look.shape} />
      {children}
    </span>
  );
}
