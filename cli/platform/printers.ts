import type pg from 'pg';

export type PrinterPlace = Readonly<{ code: string; port: number }>;

/** The receipt printers of the books that are simulated on this machine, in the order of their codes. */
export async function simulatedPrinters(owner: pg.Client): Promise<readonly PrinterPlace[]> {
  const { rows } = await owner.query<PrinterPlace>(
    `SELECT code, port FROM printer WHERE host IN ('127.0.0.1', 'localhost') ORDER BY code`,
  );
  return rows;
}

/** Writes the present ports of the simulators into the books. */
export async function placePrinters(
  owner: pg.Client,
  printers: readonly PrinterPlace[],
): Promise<void> {
  const changed = {
    codes: printers.map(({ code }) => code),
    ports: printers.map(({ port }) => port),
  };
  await owner.query('BEGIN');
  await owner.query(`SELECT enter_context(jsonb_build_object(
    'actor', jsonb_build_object('kind', 'system', 'id', 'lunas-up', 'name', 'lunas up'),
    'origin', 'lunas up', 'at', clock_timestamp(), 'requestId', gen_random_uuid()))`);
  await owner.query(
    `UPDATE printer SET port = place.port
       FROM unnest($1::text[], $2::int[]) AS place (code, port)
      WHERE printer.code = place.code AND printer.port <> place.port`,
    [changed.codes, changed.ports],
  );
  await owner.query('COMMIT');
}
