import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { meSchema, type Me } from '../../../../../contracts/people.ts';
import { request } from '../../../lib/http.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request('/me', meSchema, { signal }),
  staleTime: 5 * 60_000,
});

/** The signed-in person; only below the shell, which waits for them. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
