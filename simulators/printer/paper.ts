/** What the paper shows and what else the printer did, in the order it happened. */
export type PaperMark =
  | Readonly<{ kind: 'text'; align: Align; runs: readonly TextRun[] }>
  | Readonly<{ kind: 'feed'; lines: number }>
  | Readonly<{ kind: 'qr'; align: Align; payload: string; cellSize: number }>
  | Readonly<{ kind: 'barcode'; align: Align; data: string }>
  /** One bit a dot, rows padded to whole bytes, base64. */
  | Readonly<{ kind: 'image'; align: Align; width: number; height: number; bits: string }>
  | Readonly<{ kind: 'cut' }>
  /** `t1` and `t2` as sent, in steps of 2 ms. */
  | Readonly<{ kind: 'pulse'; pin: 2 | 5; t1: number; t2: number }>
  /** The printer told its client that everything above is on paper. */
  | Readonly<{ kind: 'completed'; processId: string }>
  | Readonly<{ kind: 'unknown'; command: string }>;

export type Align = 'left' | 'center' | 'right';

/** Letters in one style; `width` and `height` are multiples of the normal size, 1 to 8. */
export type TextRun = TextStyle & Readonly<{ text: string }>;

export type TextStyle = Readonly<{
  bold: boolean;
  underline: boolean;
  inverse: boolean;
  width: number;
  height: number;
}>;

/** Everything one connection made the printer do. */
export type PaperJob = Readonly<{
  /** Counts from 1 for each printer. */
  n: number;
  /** RFC 3339, the printer's own clock. */
  at: string;
  /** Bytes of the job without status requests, and their hash: equal to what the spool stored. */
  bytes: number;
  sha256: string;
  marks: readonly PaperMark[];
}>;

/** The job as text: one string a line, blanks where the paper has them. */
export function linesOf({ marks }: PaperJob): string[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'text') return [textOf(mark.runs)];
    return mark.kind === 'feed' ? Array.from({ length: mark.lines }, () => '') : [];
  });
}

export function cutsOf({ marks }: PaperJob): number {
  return marks.filter(({ kind }) => kind === 'cut').length;
}

export function pulsesOf({ marks }: PaperJob): Extract<PaperMark, { kind: 'pulse' }>[] {
  return marks.filter((mark) => mark.kind === 'pulse');
}

export function qrPayloadsOf({ marks }: PaperJob): string[] {
  return marks.flatMap((mark) => (mark.kind === 'qr' ? [mark.payload] : []));
}

export function processIdsOf({ marks }: PaperJob): string[] {
  return marks.flatMap((mark) => (mark.kind === 'completed' ? [mark.processId] : []));
}

export function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}
