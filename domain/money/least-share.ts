const BASIS_POINTS = 10_000n;

/** The smallest amount that is at least so many basis points of `amount`; neither is below zero. */
export function leastShare(amount: bigint, basisPoints: bigint): bigint {
  return (amount * basisPoints + BASIS_POINTS - 1n) / BASIS_POINTS;
}
