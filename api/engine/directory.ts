/** People named in a request, as the directory knows them: what they hold is never taken from who asks. */
import { peopleByIds, type DirectoryPerson } from '../../db/queries/people.ts';
import type { Database } from '../../db/pool.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import type { Named, PersonInPost } from '../../domain/engine/state.ts';
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

/** @throws ProblemError person.unknown */
export async function named(database: Database, id: string): Promise<Named> {
  const { name } = await find(database, id);
  return { id, name };
}
