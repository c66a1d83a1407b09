import { queryOptions } from '@tanstack/react-query';
import { agencyListSchema } from '../../../../../contracts/register.ts';
import { request } from '../../../lib/http.ts';

/** All of them: a few hundred, which change with a release alone. */
export const agenciesQuery = queryOptions({ queryKey: ['agencies'], queryFn: ({ signal }) => request('/agencies', agencyListSchema, { signal }), staleTime: Infinity });
