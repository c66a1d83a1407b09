/** Demo people whom what is filled in names by their accounts (人员字段), as the directory would know them. */
import { demoPerson } from '../../cli/demo/people.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import type { PersonInPost } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';

export const peopleNamed = (data: JsonObject): readonly PersonInPost[] =>
  Object.values(data).flatMap((value) => (Array.isArray(value) ? value : [])).flatMap((id) => {
    const someone = typeof id === 'string' ? demoPerson(id) : undefined;
    return someone ? [{ id: someone.id, name: someone.name, pools: poolsOf(someone) }] : [];
  });
