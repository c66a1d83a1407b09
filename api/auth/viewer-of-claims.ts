/** The claims of an access token as a viewer. Whatever does not fit makes the token invalid: nothing of it may reach the record unchecked. */
import { z } from 'zod';
import { safeString } from '../../contracts/common.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { isUscc } from '../../domain/model/identifiers.ts';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

const claimsSchema = z.object({
  sub: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  name: safeString(100).trim().min(1).optional(),
  posts: z.array(z.object({ role: name, agency: name })).max(50).default([]),
  uscc: z.string().refine(isUscc).optional(),
  enterprise_name: safeString(200).trim().min(1).optional(),
});

/** Null where the claims are not those of a person of this system. */
export function viewerOf(claims: unknown): Viewer | null {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return null;
  const { sub, posts, uscc, enterprise_name: enterprise } = parsed.data;
  return { id: sub, name: parsed.data.name ?? sub, posts, enterprise: uscc === undefined ? null : { uscc, name: enterprise ?? uscc } };
}
