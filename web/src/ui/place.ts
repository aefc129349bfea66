import { useEffect, useState } from 'react';
import { useSession } from '../shell/session.js';
import { useLanguage } from '../words/language.js';
import type { Place } from './format.js';

/** Ages are shown in seconds at the finest. */
const TICK_MS = 5_000;

/** Language, zone and business time that dates are shown in; it moves on by itself. */
export function usePlace(): Place {
  const { language } = useLanguage();
  const { nowMs, surroundings } = useSession();
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [nowMs]);
  return { language, timeZone: surroundings.company.timeZone, nowMs: now };
}
