import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** A code as a scanner reads it, with the quiet zone around it; `inWords` for those who cannot see it. */
export function QrCode({ payload, inWords }: Readonly<{ payload: string; inWords: string }>) {
  const modules = useMemo(() => encodeQR(payload, 'raw'), [payload]);
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="qr"
      role="img"
      aria-label={inWords}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
    >
      <path d={dark.join('')} />
    </svg>
  );
}
