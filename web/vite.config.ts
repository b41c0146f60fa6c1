import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The bundle of the UI. In development the API answers on another port, so its paths are passed on. */
// oxlint-disable-next-line import/no-default-export -- Vite reads the default export.
export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      '/graphql': 'http://127.0.0.1:4400',
      '/health': 'http://127.0.0.1:4400',
      '/workshops': 'http://127.0.0.1:4400',
    },
  },
  build: { target: 'es2022', sourcemap: true, chunkSizeWarningLimit: 1700 },
  worker: { format: 'es' },
});
