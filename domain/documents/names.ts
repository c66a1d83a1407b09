/** What ways of service and kinds of files are called. */
import { text, type Text } from '../text.ts';
import type { FilePurpose, ServiceWay } from './facts.ts';

export const serviceWayNames: Readonly<Record<ServiceWay, Text>> = {
  direct: text('直接送达', 'in person'), left: text('留置送达', 'left at the place'), entrusted: text('委托送达', 'through another agency'),
  mail: text('邮寄送达', 'by mail'), electronic: text('电子送达', 'electronically'), announcement: text('公告送达', 'by announcement'),
};

export const filePurposeNames: Readonly<Record<FilePurpose, Text>> = {
  application: text('申请材料', 'Application'), evidence: text('证据材料', 'Evidence'), proof: text('送达凭证', 'Proof of service'),
};
