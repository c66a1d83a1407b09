import { QueryClient } from '@tanstack/react-query';
import { isTransient } from './problem.ts';

/** Ask again this often (ms) for what others may change meanwhile. */
export const liveMs = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => isTransient(error) && failures < 2,
      retryDelay: (failures) => 500 * 2 ** failures,
    },
    // A write is sent again by the person, with the same Idempotency-Key; never behind their back.
    mutations: { retry: false },
  },
});
