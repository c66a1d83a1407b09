/** A content in one of the formats. `renderer` counts up whenever the same content would give other bytes; it is recorded with each document. */
import type { DocumentContent, DocumentFormat } from '../domain/documents/types.ts';
import { renderDocx } from './docx/render.ts';
import { renderPdf } from './pdf/render.ts';

export const renderer = '4';

export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf',
};

export const render = async (content: DocumentContent, format: DocumentFormat): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(content) : renderDocx(content));
