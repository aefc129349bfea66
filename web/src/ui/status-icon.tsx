import { useId, type ReactNode } from 'react';

const RING = <circle cx="8" cy="8" r="6.2" />;
const DASHED = <circle cx="8" cy="8" r="6.2" strokeDasharray="2.05 2.85" />;
const FULL = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z';

/** A ring that fills up as a sale moves on; full means paid. */
const SHAPES = {
  captured: DASHED,
  delivering: (
    <>
      {RING}
      <path d="M8 8V4.2A3.8 3.8 0 0 1 11.8 8Z" fill="currentColor" stroke="none" />
    </>
  ),
  invoicing: (
    <>
      {RING}
      <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6Z" fill="currentColor" stroke="none" />
    </>
  ),
  notDue: (
    <>
      {RING}
      <path d="M8 8V4.2A3.8 3.8 0 1 1 4.2 8Z" fill="currentColor" stroke="none" />
    </>
  ),
  promised: (
    <>
      {DASHED}
      <path d="M5.5 8.2l1.8 1.8 3.3-3.7" />
    </>
  ),
  held: (
    <>
      {RING}
      <path d="M6.4 5.8v4.4M9.6 5.8v4.4" />
    </>
  ),
  disputed: (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8Z" />
      <path d="M6.5 6.7a1.5 1.5 0 1 1 2.2 1.4c-.5.3-.7.5-.7 1M8 11.1v.1" />
    </>
  ),
  agency: (
    <>
      {RING}
      <path d="M6 10l4-4M6.8 6H10v3.2" />
    </>
  ),
  off: (
    <>
      {RING}
      <path d="M3.8 12.2l8.4-8.4" />
    </>
  ),
  cancelled: (
    <>
      {RING}
      <path d="M6 6l4 4M10 6l-4 4" />
    </>
  ),
} as const;

/** Filled shapes have their sign cut out. */
const FILLED = { overdue: 'M8 4.3v4.4M8 11.4v.1', paid: 'M5 8.2l2.1 2.1 3.9-4.4' } as const;

export type StatusShape = keyof typeof SHAPES | keyof typeof FILLED;

export function StatusIcon({ shape }: Readonly<{ shape: StatusShape }>) {
  return (
    <svg
      className="i"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shape === 'overdue' || shape === 'paid' ? <Cut sign={FILLED[shape]} /> : SHAPES[shape]}
    </svg>
  );
}

function Cut({ sign }: Readonly<{ sign: string }>): ReactNode {
  const id = useId();
  return (
    <>
      <mask id={id}>
        <path fill="white" stroke="none" d="M0 0h16v16H0z" />
        <path stroke="black" strokeWidth="1.8" d={sign} />
      </mask>
      <path mask={`url(#${id})`} stroke="none" fill="currentColor" d={FULL} />
    </>
  );
}
