import { holidayCalendar, type Holiday, type HolidayCalendar } from './holidays.js';

/**
 * National holidays and joint leave of Indonesia, 2025 to 2027.
 *
 * Source: the joint decrees (SKB) of the ministers of religious affairs, of manpower and of
 * administrative reform: 1017/2024, 2/2024, 2/2024 for 2025 (18 August 2025 was added later, by an
 * amendment of August 2025) and 1497/2025, 2/2025, 5/2025 for 2026. Read in secondary sources.
 *
 * **2027 is not confirmed.** Only the fixed dates of 2027 (1 January, 1 May, 1 June, 17 August,
 * 25 December) and those that follow from Easter (26 and 28 March, 6 May) are certain. The others
 * follow from the moon, may be decreed a day earlier or later, and no joint leave is listed at all.
 * The ascent of the Prophet 1449 falls on or next to Christmas 2027 and is left out.
 */
export const INDONESIAN_HOLIDAYS: readonly Holiday[] = [
  ...confirmed('national', [
    ['2025-01-01', 'Tahun Baru Masehi', "New Year's Day"],
    ['2025-01-27', 'Isra Mikraj', 'Ascent of the Prophet'],
    ['2025-01-29', 'Tahun Baru Imlek', 'Lunar New Year'],
    ['2025-03-29', 'Hari Suci Nyepi', 'Day of Silence'],
    ['2025-03-31', 'Idulfitri', 'Eid al-Fitr'],
    ['2025-04-01', 'Idulfitri', 'Eid al-Fitr'],
    ['2025-04-18', 'Wafat Yesus Kristus', 'Good Friday'],
    ['2025-04-20', 'Paskah', 'Easter Sunday'],
    ['2025-05-01', 'Hari Buruh', 'Labour Day'],
    ['2025-05-12', 'Waisak', 'Vesak'],
    ['2025-05-29', 'Kenaikan Yesus Kristus', 'Ascension Day'],
    ['2025-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'],
    ['2025-06-06', 'Iduladha', 'Eid al-Adha'],
    ['2025-06-27', 'Tahun Baru Islam', 'Islamic New Year'],
    ['2025-08-17', 'Hari Kemerdekaan', 'Independence Day'],
    ['2025-09-05', 'Maulid Nabi', "The Prophet's Birthday"],
    ['2025-12-25', 'Natal', 'Christmas Day'],
    ['2026-01-01', 'Tahun Baru Masehi', "New Year's Day"],
    ['2026-01-16', 'Isra Mikraj', 'Ascent of the Prophet'],
    ['2026-02-17', 'Tahun Baru Imlek', 'Lunar New Year'],
    ['2026-03-19', 'Hari Suci Nyepi', 'Day of Silence'],
    ['2026-03-21', 'Idulfitri', 'Eid al-Fitr'],
    ['2026-03-22', 'Idulfitri', 'Eid al-Fitr'],
    ['2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'],
    ['2026-04-05', 'Paskah', 'Easter Sunday'],
    ['2026-05-01', 'Hari Buruh', 'Labour Day'],
    ['2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension Day'],
    ['2026-05-27', 'Iduladha', 'Eid al-Adha'],
    ['2026-05-31', 'Waisak', 'Vesak'],
    ['2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'],
    ['2026-06-16', 'Tahun Baru Islam', 'Islamic New Year'],
    ['2026-08-17', 'Hari Kemerdekaan', 'Independence Day'],
    ['2026-08-25', 'Maulid Nabi', "The Prophet's Birthday"],
    ['2026-12-25', 'Natal', 'Christmas Day'],
    ['2027-01-01', 'Tahun Baru Masehi', "New Year's Day"],
    ['2027-03-26', 'Wafat Yesus Kristus', 'Good Friday'],
    ['2027-03-28', 'Paskah', 'Easter Sunday'],
    ['2027-05-01', 'Hari Buruh', 'Labour Day'],
    ['2027-05-06', 'Kenaikan Yesus Kristus', 'Ascension Day'],
    ['2027-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'],
    ['2027-08-17', 'Hari Kemerdekaan', 'Independence Day'],
    ['2027-12-25', 'Natal', 'Christmas Day'],
  ]),
  ...confirmed('jointLeave', [
    ['2025-01-28', 'Cuti bersama Imlek', 'Joint leave, Lunar New Year'],
    ['2025-03-28', 'Cuti bersama Nyepi', 'Joint leave, Day of Silence'],
    ['2025-04-02', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2025-04-03', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2025-04-04', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2025-04-07', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2025-05-13', 'Cuti bersama Waisak', 'Joint leave, Vesak'],
    ['2025-05-30', 'Cuti bersama Kenaikan', 'Joint leave, Ascension Day'],
    ['2025-06-09', 'Cuti bersama Iduladha', 'Joint leave, Eid al-Adha'],
    ['2025-08-18', 'Cuti bersama Kemerdekaan', 'Joint leave, Independence Day'],
    ['2025-12-26', 'Cuti bersama Natal', 'Joint leave, Christmas'],
    ['2026-02-16', 'Cuti bersama Imlek', 'Joint leave, Lunar New Year'],
    ['2026-03-18', 'Cuti bersama Nyepi', 'Joint leave, Day of Silence'],
    ['2026-03-20', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2026-03-23', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2026-03-24', 'Cuti bersama Idulfitri', 'Joint leave, Eid al-Fitr'],
    ['2026-05-15', 'Cuti bersama Kenaikan', 'Joint leave, Ascension Day'],
    ['2026-05-28', 'Cuti bersama Iduladha', 'Joint leave, Eid al-Adha'],
    ['2026-12-24', 'Cuti bersama Natal', 'Joint leave, Christmas'],
  ]),
  ...expected([
    ['2027-01-05', 'Isra Mikraj', 'Ascent of the Prophet'],
    ['2027-02-06', 'Tahun Baru Imlek', 'Lunar New Year'],
    ['2027-03-08', 'Hari Suci Nyepi', 'Day of Silence'],
    ['2027-03-10', 'Idulfitri', 'Eid al-Fitr'],
    ['2027-03-11', 'Idulfitri', 'Eid al-Fitr'],
    ['2027-05-17', 'Iduladha', 'Eid al-Adha'],
    ['2027-05-20', 'Waisak', 'Vesak'],
    ['2027-06-06', 'Tahun Baru Islam', 'Islamic New Year'],
    ['2027-08-15', 'Maulid Nabi', "The Prophet's Birthday"],
  ]),
];

export const INDONESIA: HolidayCalendar = holidayCalendar(INDONESIAN_HOLIDAYS);

type Row = readonly [date: string, indonesian: string, english: string];

function confirmed(kind: Holiday['kind'], rows: readonly Row[]): Holiday[] {
  return rows.map(([date, id, en]) => ({ date, kind, name: { id, en }, confirmed: true }));
}

function expected(rows: readonly Row[]): Holiday[] {
  return confirmed('national', rows).map((holiday) => ({ ...holiday, confirmed: false }));
}
