import { defineConfig } from 'vitest/config';

/** Unit tests stand beside their source; `*.browser.test.ts` drives a real Chromium over a built site. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
          testTimeout: 20_000,
          // Whole builds wait for processes more than they compute.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts'],
          globalSetup: ['src/cli/browser-setup.ts'],
          testTimeout: 60_000,
          // On a busy machine a page answers seconds later than on a free one.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 240_000,
          // A page waits more than it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
