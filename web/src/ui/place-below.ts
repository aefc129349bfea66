const GAP_PX = 4;
/** A line of a sentence that is read easily. */
const WIDTH_PX = 352;
/** With less room below, it stands above. */
const ROOM_PX = 280;

/** Puts what pops up under the button that opens it: its right edge under that of the button, inside the window. */
export function placeBelow(popup: HTMLElement | null, button: HTMLElement | null): void {
  if (popup === null || button === null) return;
  const { bottom, right } = button.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  popup.style.top = `${bottom + GAP_PX}px`;
  popup.style.right = `${Math.max(GAP_PX, clientWidth - right)}px`;
}

/** The same, its left edge under that of the button; further left, or above it, where the window ends. */
export function placeBeside(popup: HTMLElement | null, button: HTMLElement | null): void {
  if (popup === null || button === null) return;
  const { top, bottom, left } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const width = Math.min(WIDTH_PX, clientWidth - 2 * GAP_PX);
  popup.style.width = `${width}px`;
  const isLow = clientHeight - bottom < Math.min(ROOM_PX, top);
  popup.style.maxHeight = `${(isLow ? top : clientHeight - bottom) - 2 * GAP_PX}px`;
  popup.style.top = isLow ? 'auto' : `${bottom + GAP_PX}px`;
  popup.style.bottom = isLow ? `${clientHeight - top + GAP_PX}px` : 'auto';
  popup.style.left = `${Math.max(GAP_PX, Math.min(left, clientWidth - width - GAP_PX))}px`;
}
