import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const API = process.env['LUNAS_API_URL'] ?? 'http://127.0.0.1:3000';

/** The console is built into `dist/web`, from where the API serves it. `npx vite web` serves the sources beside an API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // No data: addresses but for images: the policy of the pages allows fonts from this server alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // "use client" is for servers that render; there is none here.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
  },
  server: { proxy: { '/v1': API, '/docs': API, '/openapi.json': API } },
});
