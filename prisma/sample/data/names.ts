/** Words that customers, buyers and cashiers are named with; no combination is meant to be anybody. */
export const GIVEN_NAMES = [
  ...['Adit', 'Bayu', 'Citra', 'Dewi', 'Eka', 'Fajar', 'Gita', 'Hana', 'Indra', 'Joko'],
  ...['Kartika', 'Lestari', 'Maya', 'Nanda', 'Oki', 'Putri', 'Raka', 'Sari', 'Tirta', 'Wulan'],
] as const;

export const FAMILY_NAMES = [
  ...['Contohadi', 'Misalputra', 'Andaisari', 'Umpamawan', 'Sampelono', 'Tiruwati', 'Karangjaya'],
  ...['Ibaratmaja', 'Rekawijaya', 'Semisalita'],
] as const;

export const PLACE_WORDS = [
  ...['Anggrek', 'Bahari', 'Cemara', 'Dahlia', 'Elang', 'Flamboyan', 'Gunung', 'Harapan', 'Intan'],
  ...['Jati', 'Kamboja', 'Lembayung', 'Mawar', 'Nirwana', 'Ombak', 'Pelita', 'Rembulan', 'Samudra'],
  ...['Teratai', 'Utama', 'Wijaya', 'Yudha', 'Zamrud'],
] as const;

export const CITIES = [
  ['Jakarta Selatan', '12110'],
  ['Jakarta Barat', '11220'],
  ['Depok', '16411'],
  ['Bekasi', '17112'],
  ['Tangerang', '15111'],
  ['Bandung', '40111'],
  ['Bogor', '16111'],
] as const;
