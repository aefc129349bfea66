import { CATALOGUE_VERSION_MAX } from '../../../contract/catalogue/read-catalogue.js';
import { decodeCursor, encodeCursor, UUID_FORM } from '../../http/cursor.js';

/** Where a delta stands: the last change of an item or promotion that was told. */
export type CatalogueChange = Readonly<{ change: number; id: string }>;

/** Greater than every id: all that is of the change before it has been told. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Where a page begins, and the version to which all its pages are bound. */
export type Bound<Place> = Readonly<{ version: number; after: Place }>;

const SKU_FORM = { test: (text: string) => /^[^\p{Cc}\p{Cs}]{1,64}$/u.test(text) };
const VERSION_FORM = {
  test: (text: string) => /^\d{1,10}$/.test(text) && Number(text) <= CATALOGUE_VERSION_MAX,
};

/** @throws Refusal `CURSOR_INVALID` */
export function snapshotPlace(cursor: string | undefined, newest: number): Bound<string> {
  if (cursor === undefined) return { version: newest, after: '' };
  const { key, id } = decodeCursor(cursor, { key: SKU_FORM, id: upTo(newest) });
  return { version: Number(id), after: key };
}

export function snapshotCursor({ version, after }: Bound<string>): string {
  return encodeCursor({ key: after, id: String(version) });
}

/** @throws Refusal `CURSOR_INVALID` */
export function deltaPlace(
  cursor: string | undefined,
  { since, newest }: Readonly<{ since: number; newest: number }>,
): Bound<CatalogueChange> {
  if (cursor === undefined) return { version: newest, after: { change: since, id: LAST_ID } };
  const { key, id } = decodeCursor(cursor, { key: PLACE_FORM, id: upTo(newest) });
  return { version: Number(id), after: changeOf(key) };
}

export function deltaCursor({ version, after }: Bound<CatalogueChange>): string {
  return encodeCursor({ key: `${after.change} ${after.id}`, id: String(version) });
}

/** Promotions come after the items: where they stand when all items have been told, or undefined before. */
export function promotionsPlace(
  cursor: string | undefined,
  newest: number,
): Bound<CatalogueChange> | undefined {
  if (cursor === undefined || !decodeCursor(cursor).id.startsWith(PROMOTIONS)) return undefined;
  const isVersion = (text: string) => upTo(newest).test(text.slice(PROMOTIONS.length));
  const { key, id } = decodeCursor(cursor, { key: PLACE_FORM, id: { test: isVersion } });
  return { version: Number(id.slice(PROMOTIONS.length)), after: changeOf(key) };
}

/** Before the first promotion that is newer than a version. */
export function firstPromotion(since: number): CatalogueChange {
  return { change: since, id: LAST_ID };
}

export function promotionsCursor({ version, after }: Bound<CatalogueChange>): string {
  return encodeCursor({ key: `${after.change} ${after.id}`, id: `${PROMOTIONS}${version}` });
}

/** Stands before the version of a page in a cursor of promotions. */
const PROMOTIONS = 'p';

function changeOf(key: string): CatalogueChange {
  const [change = '0', id = LAST_ID] = key.split(' ');
  return { change: Number(change), id };
}

const PLACE_FORM = {
  test: (text: string) => {
    const [change = '', id = '', ...more] = text.split(' ');
    return VERSION_FORM.test(change) && UUID_FORM.test(id) && more.length === 0;
  },
};

function upTo(newest: number) {
  return { test: (text: string) => VERSION_FORM.test(text) && Number(text) <= newest };
}
