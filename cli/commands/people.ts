/** `banjie people`: who can be signed in as, on the local stack. */
import type { Command } from '../command.ts';
import { demoPeople } from '../demo/people.ts';

export const listOfPeople = (): string =>
  demoPeople
    .map(({ id, name, posts, enterprise, about }) => `  ${id.padEnd(11)}${name.padEnd(4, '　')} ${enterprise?.name ?? posts.map((p) => `${p.role}@${p.agency}`).join(', ')} ${about.zh} ${about.en}`)
    .join('\n');

export const people: Command = {
  run: async () => {
    process.stdout.write(`${listOfPeople()}\n`);
    return 0;
  },
};
