import { meSchema, signInSchema } from '../../contracts/people.ts';
import { isUnavailable, type Database } from '../../db/pool.ts';
import { listFunds } from '../../db/queries/funds.ts';
import { ok, route } from '../http/route.ts';
import { meView } from '../views/person.ts';

export const signInRoute = route(
  { method: 'GET', path: '/sign-in', access: 'public', tag: 'people', summary: '登录方式 · What a browser needs to sign in', answer: signInSchema },
  async (_, { signIn }) => ok({ issuer: signIn.issuer, clientId: signIn.clientId, scope: 'openid profile offline_access' }),
);

/** Who somebody is does not depend on the record: while it is away, the menu has one entry less. */
async function fundAgencies(database: Database): Promise<readonly string[]> {
  try {
    return (await listFunds(database)).map((fund) => fund.agency);
  } catch (error) {
    if (isUnavailable(error)) return [];
    throw error;
  }
}

export const meRoute = route(
  { method: 'GET', path: '/me', access: 'signed-in', tag: 'people', summary: '当前用户 · The signed-in person', answer: meSchema },
  async ({ viewer }, { database }) => ok(meView(viewer, await fundAgencies(database))),
);
