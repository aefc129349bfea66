import type { ReactNode } from 'react';

type Props = Readonly<{
  of: readonly string[];
  /** What a head means, by the head. */
  what?: Readonly<Record<string, ReactNode>>;
}>;

/** The heads of a table's columns of figures. */
export function NumberHeads({ of, what = {} }: Props) {
  return of.map((head) => (
    <th key={head} scope="col" className="num">
      {head}
      {what[head]}
    </th>
  ));
}
