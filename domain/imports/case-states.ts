/** Names of other systems for a case that the agency has accepted, and for one that it has not answered. */
const NAMES = {
  acknowledged: ['acknowledged', 'accepted', 'active', 'running', 'diterima', 'berjalan', 'aktif'],
  submitted: ['submitted', 'sent', 'pending', 'dikirim', 'menunggu'],
} as const;

/** The state that a word of a file names; undefined for another word. */
export function caseStateNamed(word: string): keyof typeof NAMES | undefined {
  const wanted = word.trim().toLowerCase();
  const states = Object.keys(NAMES) as (keyof typeof NAMES)[];
  return states.find((state) => NAMES[state].some((name) => name === wanted));
}
