/** Services (自动任务) that a service task can call, and the shape of what each is given. A definition names one of these. */
import { z } from 'zod';

const line = z.string().min(1).max(500);

/** 站内消息 to a post ("officer@gd-amr") or a party ("uscc:…"). */
export const notifyInput = z.strictObject({
  to: z.string().regex(/^([a-z-]+@[a-z-]+|uscc:[0-9A-Z]{18})$/),
  subjectZh: line, subjectEn: line,
  bodyZh: z.string().max(5000), bodyEn: z.string().max(5000),
});

/** 公示: shown to everybody without sign-in. Facts carry no personal data. */
export const publishInput = z.strictObject({
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  titleZh: line, titleEn: line,
  facts: z.array(z.strictObject({ labelZh: line, labelEn: line, value: z.union([z.string(), z.number(), z.null()]) })).max(50),
});

export const services = { notify: notifyInput, publish: publishInput } as const;
export type ServiceName = keyof typeof services;
