const ERROR_LEVEL = 50; // pino's number; 60 is what ends a process

/**
 * Finds the reason in the last lines of a program that ended: the last error of a structured log, else the line that
 * names an error, else the last line.
 */
export function explanationIn(lines: readonly string[]): string {
  const fatal = lines.map(fatalMessageIn).findLast((message) => message !== undefined);
  const named = lines.findLast((line) => /^(Uncaught )?\w*(Error|Fault|panic)\b.*:/i.test(line));
  const sentence = (fatal ?? named ?? lines.at(-1) ?? 'it said nothing').trim();
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function fatalMessageIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line) as Readonly<{
      level?: number;
      msg?: string;
      err?: Readonly<{ message?: string }>;
    }>;
    return level !== undefined && level >= ERROR_LEVEL ? (err?.message ?? msg) : undefined;
  } catch {
    return undefined;
  }
}
