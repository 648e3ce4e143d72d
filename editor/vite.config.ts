import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages, built into a folder that the service hands out; nothing is inlined as a script, which its policy forbids. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
  },
});
