import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.data/**'];

export default defineConfig({
  test: {
    // Postgres and Temporal are stopped in the teardown.
    teardownTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: ['**/*.stack.test.{ts,tsx}', ...elsewhere], pool: 'forks' } },
      {
        test: {
          name: 'stack',
          include: ['**/*.stack.test.{ts,tsx}'],
          exclude: elsewhere,
          // Temporal's native worker cannot live in a thread.
          pool: 'forks',
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/cleanup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
