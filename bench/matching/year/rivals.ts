/** Beyond so many items nobody tries all sets. */
const ITEMS_MAX = 22;

/** Whether two or more sets of these amounts come to the sum exactly. */
export function hasRivals(amounts: readonly bigint[], sum: bigint): boolean {
  const list = amounts.filter((one) => one <= sum).slice(0, ITEMS_MAX);
  const rest = list.map((_, at) => list.slice(at).reduce((all, one) => all + one, 0n));
  let found = 0;
  const look = (at: number, left: bigint): void => {
    if (left === 0n) found += 1;
    if (left <= 0n || found > 1 || (rest[at] ?? 0n) < left) return;
    look(at + 1, left - (list[at] ?? 0n));
    look(at + 1, left);
  };
  look(0, sum);
  return found > 1;
}
