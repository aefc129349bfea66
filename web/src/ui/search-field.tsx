import { useRef } from 'react';
import { useKeys } from './use-keys.js';

/** A search over a list; `/` goes to it, Enter searches. */
export function SearchField({
  label,
  value,
  onSearch,
}: Readonly<{
  label: string;
  value: string | undefined;
  onSearch: (q: string | undefined) => void;
}>) {
  const box = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => box.current?.focus() });
  return (
    <form
      className="field small"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(box.current?.value.trim() || undefined);
      }}
    >
      <input ref={box} type="search" defaultValue={value} aria-label={label} placeholder={label} />
      <kbd>/</kbd>
    </form>
  );
}
