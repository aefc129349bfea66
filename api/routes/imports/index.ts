import type { Route } from '../../route.js';
import { listImports, readImport } from './read-imports.js';
import { listImportRows, readRejected } from './import-rows.js';
import { listProfiles, saveProfile } from './profiles.js';
import { readExport } from './read-export.js';
import { receiveImport } from './receive-import.js';
import { undoImport } from './undo-import.js';

/** Bringing in what a company has in other systems. */
export const importRoutes: readonly Route[] = [
  receiveImport,
  listImports,
  readImport,
  listImportRows,
  readRejected,
  undoImport,
  listProfiles,
  saveProfile,
  readExport,
];
