import { queryOptions, useQuery } from '@tanstack/react-query';
import { processListSchema, processViewSchema, type ProcessSummary } from '../../../../../contracts/people.ts';
import { request } from '../../../lib/http.ts';

/** Definitions change with a release at most. */
const staleTime = 10 * 60_000;

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => request('/processes', processListSchema, { signal }),
  staleTime,
});

export const processQuery = (key: string) => queryOptions({
  queryKey: ['processes', key],
  queryFn: ({ signal }) => request(`/processes/${encodeURIComponent(key)}`, processViewSchema, { signal }),
  staleTime,
});

export const useProcesses = (): readonly ProcessSummary[] => useQuery(processesQuery).data?.items ?? [];
