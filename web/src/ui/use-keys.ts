import { useLayoutEffect, useRef } from 'react';

/** What each key does; one that answers `false` has not taken its press. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const KEPT = 'lunas.keys';

/** Single letters can be switched off (WCAG 2.1.4). */
export function lettersAreOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function switchLetters(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}

/** Keys of a page, from the moment it is shown. They are dead inside fields, with a modifier, and while a dialog is open. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.key.length === 1 && !lettersAreOn()) return;
      const act = current.current[event.key];
      if (act !== undefined && act(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}
