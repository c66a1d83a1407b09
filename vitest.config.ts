import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.data/**'];

export default defineConfig({
  test: {
    // Postgres and Temporal are stopped in the teardown.
    teardownTimeout: 30_000,
    // A busy machine is no failure: these bound what hangs, and say nothing of how long a test should take.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: ['**/*.stack.test.{ts,tsx}', ...elsewhere], pool: 'forks', testTimeout: 120_000 } },
      {
        test: {
          name: 'stack',
          include: ['**/*.stack.test.{ts,tsx}'],
          exclude: elsewhere,
          // Temporal's native worker cannot live in a thread.
          pool: 'forks',
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/cleanup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
