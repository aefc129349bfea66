/** The heads of a table's columns of figures. */
export function NumberHeads({ of }: Readonly<{ of: readonly string[] }>) {
  return of.map((head) => (
    <th key={head} scope="col" className="num">
      {head}
    </th>
  ));
}
