/** How customers of a segment buy and pay; their share of the history is given by their number. */
export type Segment = Readonly<{
  code: string;
  customers: number;
  /** The business name, before one of the place words. */
  kinds: readonly string[];
  legalForm: string;
  termsDays: readonly number[];
  instalments: readonly number[];
  /** Rupiah, rounded to half a million. */
  creditLimit: Readonly<{ from: number; to: number }>;
  /** Lines of one purchase, and the factor on a shopper's quantities. */
  linesMax: number;
  bulk: number;
}>;

export const SEGMENTS: readonly Segment[] = [
  {
    code: 'retail-vip',
    customers: 25,
    kinds: [],
    legalForm: '',
    termsDays: [7, 14],
    instalments: [1],
    creditLimit: { from: 5_000_000, to: 20_000_000 },
    linesMax: 6,
    bulk: 3,
  },
  {
    code: 'wholesale',
    customers: 35,
    kinds: ['Toko', 'Warung', 'Kios', 'Grosir'],
    legalForm: 'CV',
    termsDays: [7, 14, 30],
    instalments: [1],
    creditLimit: { from: 30_000_000, to: 120_000_000 },
    linesMax: 10,
    bulk: 14,
  },
  {
    code: 'hotel-restaurant',
    customers: 25,
    kinds: ['Hotel', 'Restoran', 'Kafe', 'Katering'],
    legalForm: 'PT',
    termsDays: [14, 30],
    instalments: [1],
    creditLimit: { from: 40_000_000, to: 200_000_000 },
    linesMax: 12,
    bulk: 10,
  },
  {
    code: 'institution',
    customers: 15,
    kinds: ['Sekolah', 'Koperasi', 'Yayasan', 'Klinik'],
    legalForm: 'Perkumpulan',
    termsDays: [30],
    instalments: [1, 1, 3],
    creditLimit: { from: 25_000_000, to: 150_000_000 },
    linesMax: 8,
    bulk: 14,
  },
];
