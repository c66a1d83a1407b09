import { QueryClient } from '@tanstack/react-query';
import { isTransient } from './problem.ts';

const calmMs = 15_000;
const soonMs = 1_500;
const afterWriteMs = 12_000;
let wroteAt = 0;

export const noteWrite = (): void => { wroteAt = Date.now(); };
/** Ask again this often (ms) for what others may change meanwhile; sooner after a write, which sets the system's own steps going. */
export const live = (): number => (Date.now() - wroteAt < afterWriteMs ? soonMs : calmMs);

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
