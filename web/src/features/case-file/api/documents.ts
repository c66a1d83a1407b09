import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { documentListSchema, evidenceListSchema, fileListSchema } from '../../../../../contracts/documents.ts';
import { request } from '../../../lib/http.ts';

/** `seq` is part of each key: they change with the case and with nothing else. */
export const documentsQuery = (caseId: string, seq: number) => queryOptions({
  queryKey: ['case', caseId, 'documents', seq],
  queryFn: ({ signal }) => request(`/cases/${caseId}/documents`, documentListSchema, { signal }),
  placeholderData: keepPreviousData,
});

export const filesQuery = (caseId: string, seq: number) => queryOptions({
  queryKey: ['case', caseId, 'files', seq],
  queryFn: ({ signal }) => request(`/cases/${caseId}/files`, fileListSchema, { signal }),
  placeholderData: keepPreviousData,
});

export const evidenceQuery = (caseId: string, seq: number) => queryOptions({
  queryKey: ['case', caseId, 'evidence', seq],
  queryFn: ({ signal }) => request(`/cases/${caseId}/evidence`, evidenceListSchema, { signal }),
  placeholderData: keepPreviousData,
});
