import { meSchema, signInSchema } from '../../contracts/people.ts';
import { fundAgencies } from '../fund-agencies.ts';
import { ok, route } from '../http/route.ts';
import { meView } from '../views/person.ts';

export const signInRoute = route(
  { method: 'GET', path: '/sign-in', access: 'public', tag: 'people', summary: '登录方式 · What a browser needs to sign in', answer: signInSchema },
  async (_, { signIn }) => ok({ issuer: signIn.issuer, clientId: signIn.clientId, scope: 'openid profile offline_access' }),
);

export const meRoute = route(
  { method: 'GET', path: '/me', access: 'signed-in', tag: 'people', summary: '当前用户 · The signed-in person', answer: meSchema },
  async ({ viewer }, { database }) => ok(meView(viewer, await fundAgencies(database))),
);
