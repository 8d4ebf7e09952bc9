import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  // The app's icon stands beside the UI, in the repository's icons.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: {
    target: ['es2022', 'safari16.4'],
    // The main window's page, and the mini window's.
    rollupOptions: { input: ['index.html', 'mini.html'] },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    // The token file is read by its own test.
    css: { include: /tokens\.css/ },
    env: { TZ: 'UTC' },
    // The whole app is loaded and clicked through, also on a machine with much else to do.
    testTimeout: 20_000,
  },
})
