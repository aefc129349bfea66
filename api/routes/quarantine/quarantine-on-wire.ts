/** A row of the quarantine without its content. */
export type QuarantineRow = Readonly<{
  id: string;
  door: string;
  subjectId: string | null;
  code: string;
  detail: string;
  param: string | null;
  contentType: string;
  size: number;
  /** Name of the person, or label of the key. */
  sentBy: string;
  receivedAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}>;

export function quarantineOnWire(row: QuarantineRow) {
  return {
    id: row.id,
    door: row.door,
    subjectId: row.subjectId,
    code: row.code,
    detail: row.detail,
    param: row.param,
    contentType: row.contentType,
    size: row.size,
    sentBy: row.sentBy,
    receivedAt: row.receivedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
  };
}
