import { wireDate } from '../../wire.js';

type Dated = Readonly<{ code: string; from: Date }>;

/** How each of the rows stands that follow each other from a day on, of each code in the order of their days. */
export function datedStates(
  rows: readonly Dated[],
  today: string,
): readonly ('planned' | 'in-force' | 'past')[] {
  return rows.map(({ code, from }, index) => {
    if (wireDate(from) > today) return 'planned';
    const next = rows[index + 1];
    const isFollowed = next !== undefined && next.code === code && wireDate(next.from) <= today;
    return isFollowed ? 'past' : 'in-force';
  });
}
