import { refusalIn } from '../../words/refusal.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { refusedWords } from './refused-words.js';

const DOORS = [
  'PUT /v1/sales',
  'POST /v1/sync',
  'POST /v1/bank-statements',
  'POST /v1/agency/placements/{placementId}/acknowledgement',
  'POST /v1/agency/placements/{placementId}/events',
  'POST /v1/agency/remittances',
] as const;

/** What something that was sent to a door was to be. */
export function useDoorName(): (door: string) => string {
  const say = useWords(refusedWords);
  return (door) => {
    const known = DOORS.find((one) => one === door);
    return known === undefined ? door : say(known);
  };
}

type Why = Readonly<{ code: string; detail: string; param: string | null }>;

/** Why it was refused, in the language of the screen. */
export function useWhyRefused(): (refused: Why) => string {
  const { language } = useLanguage();
  return ({ code, detail, param }) =>
    refusalIn(language, { code, detail, ...(param === null ? {} : { param }) });
}

const OPEN: StatusLook = { shape: 'cancelled', family: 'bad' };
const SEEN: StatusLook = { shape: 'paid', family: 'in' };

export function RefusedState({ resolvedAt }: Readonly<{ resolvedAt: string | null }>) {
  const say = useWords(refusedWords);
  const isOpen = resolvedAt === null;
  return <Status look={isOpen ? OPEN : SEEN}>{say(isOpen ? 'open' : 'resolved')}</Status>;
}
