/** How banks write days, see `readDayIn`; a confirmed profile has one of them. */
export const DATE_FORMATS = [
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'DD.MM.YYYY',
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD-MM-YY',
  'DD.MM.YY',
  'DD-MMM-YYYY',
  'DD MMM YYYY',
  'DD-MMM-YY',
  'DD/MM',
] as const;

export type DateFormat = (typeof DATE_FORMATS)[number];
