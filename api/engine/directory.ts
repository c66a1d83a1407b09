/** People named in a request, as the directory knows them: what they hold is never taken from who asks. */
import { definitionByHash } from '../../db/definitions.ts';
import { peopleByIds, type DirectoryPerson } from '../../db/queries/people.ts';
import type { Database } from '../../db/pool.ts';
import { lastSeenState } from '../../db/record/read.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import type { Named, PersonInPost } from '../../domain/engine/state.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { ProblemError } from '../http/problem.ts';

/** @throws ProblemError person.unknown */
async function find(database: Database, id: string): Promise<DirectoryPerson> {
  const [person] = await peopleByIds(database, [id]);
  if (!person) throw new ProblemError('person.unknown', { params: { person: id } });
  return person;
}

export const inPost = ({ id, name, posts, enterprise }: DirectoryPerson): PersonInPost => ({ id, name, pools: poolsOf({ id, name, posts, enterprise }) });

/** @throws ProblemError person.unknown */
export const personInPost = async (database: Database, id: string): Promise<PersonInPost> => inPost(await find(database, id));

/** More than a step can ask for. */
const mostNamed = 50;

/** Those whom what was filled in names by their accounts (人员字段). Whether they hold the post is for the engine to say. */
export async function peopleNamedIn(database: Database, caseId: string, data: JsonObject): Promise<readonly PersonInPost[]> {
  const lists = Object.entries(data).filter(([, value]) => Array.isArray(value));
  if (lists.length === 0) return [];
  // Options are lists as well. Of a case that this process has not seen, whoever is named so is looked up for nothing.
  const seen = lastSeenState(database, caseId);
  const fields = seen && (await definitionByHash(database, seen.process.hash)).fields;
  const ids = lists.filter(([field]) => !fields || fields[field]?.type === 'persons').flatMap(([, value]) => (value as readonly Json[]).filter((v): v is string => typeof v === 'string'));
  return ids.length === 0 || ids.length > mostNamed ? [] : (await peopleByIds(database, ids)).map(inPost);
}

/** @throws ProblemError person.unknown */
export async function named(database: Database, id: string): Promise<Named> {
  const { name } = await find(database, id);
  return { id, name };
}
