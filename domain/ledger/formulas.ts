/** How each figure of the reports is made, as the API answers it (`en`) and as the console explains it. */
export const FORMULAS = {
  ageing: {
    en: 'For each open item: amount less everything allocated until the end of the day and not undone by then, in the bucket of the days since it was due.',
    id: 'Untuk tiap tagihan terbuka: jumlah dikurangi semua yang terpasang sampai akhir hari dan belum dibatalkan saat itu, dalam kelompok hari sejak jatuh tempo.',
  },
  dso: {
    en: 'receivables / credit sales of the days x days',
    id: 'piutang / penjualan tempo selama hari itu x hari',
  },
  bestPossibleDso: {
    en: 'receivables that are not due / credit sales of the days x days',
    id: 'piutang yang belum jatuh tempo / penjualan tempo selama hari itu x hari',
  },
  averageDaysDelinquent: {
    en: 'DSO - best possible DSO',
    id: 'DSO - DSO terbaik yang mungkin',
  },
  margin: {
    en:
      'From the journal, by business date and store: net sales = sales - discounts - returns, without tax and before cash rounding; margin = net sales - cost of goods; percent = margin / net sales x 100. ' +
      'Cost is the moving average at which goods left the shelf; what is not stocked has none. ' +
      'Goods kept for later count on the day they leave, and not at all when they are never fetched. ' +
      'A credit note counts on its own day, spread over the lines of its sale.',
    id:
      'Dari jurnal, menurut tanggal usaha dan toko: penjualan bersih = penjualan - potongan - retur, tanpa pajak dan sebelum pembulatan tunai; margin = penjualan bersih - harga pokok; persen = margin / penjualan bersih x 100. ' +
      'Harga pokok adalah rata-rata bergerak saat barang keluar; yang tidak distok tidak punya harga pokok. ' +
      'Barang titipan dihitung pada hari diambil, dan tidak dihitung bila tidak pernah diambil. ' +
      'Nota kredit dihitung pada harinya sendiri, dibagi ke baris penjualannya.',
  },
  cashForecast: {
    en:
      'Each open amount once: with an agency, else disputed (of an invoice what is due last), else promised for a day (what is due first, less what has been paid since), ' +
      'else on its due date, or on the day of asOf when that has passed, plus the average days late of its customer. ' +
      'The average is weighted by amount over the money that settled items in the last 730 days; without any, that of the segment, else of all customers.',
    id:
      'Tiap jumlah terbuka sekali saja: di agen, atau dipersoalkan (dari satu faktur yang jatuh tempo terakhir), atau dijanjikan untuk suatu hari (yang jatuh tempo lebih dulu, dikurangi yang sudah dibayar sejak itu), ' +
      'atau pada tanggal jatuh temponya, atau hari ini bila sudah lewat, ditambah rata-rata hari terlambat pelanggannya. ' +
      'Rata-rata ditimbang menurut jumlah uang yang melunasi tagihan selama 730 hari terakhir; bila tidak ada, rata-rata kelompoknya, atau semua pelanggan.',
  },
  collectionEffectiveness: {
    en: '(receivables at the beginning + credit sales - receivables at the end) / (receivables at the beginning + credit sales - receivables not due at the end) x 100',
    id: '(piutang awal + penjualan tempo - piutang akhir) / (piutang awal + penjualan tempo - piutang akhir yang belum jatuh tempo) x 100',
  },
  keptRate: {
    en: 'promises kept / (promises kept + promises broken) x 100, of those for a day in the period',
    id: 'janji ditepati / (janji ditepati + janji diingkari) x 100, dari janji untuk hari dalam masa itu',
  },
  liquidationRate: {
    en: 'collected by the agency / placed with it x 100',
    id: 'yang ditagih agen / yang dititipkan kepadanya x 100',
  },
} as const;
