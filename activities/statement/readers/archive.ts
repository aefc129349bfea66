/** A workbook is an archive, which begins with `PK`. */
export function isArchive([first, second, third]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 0x03;
}
