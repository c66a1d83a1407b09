import { expect, test } from 'vitest';
import { atThumb, navOf } from './nav.ts';

const post = (role: string) => ({ role, roleName: { zh: role, en: role }, agency: 'a', agencyName: { zh: 'a', en: 'a' } });
const paths = (items: ReturnType<typeof navOf>): string[] => items.map((item) => item.to);

test('reviews and funds stand in the menu of those alone whose concern they are', () => {
  const officer = { kind: 'officer' as const, posts: [post('officer')], seesFunds: false };
  expect(paths(navOf(officer, false))).not.toContain('/reviews');
  expect(paths(navOf({ ...officer, seesFunds: true }, true))).toEqual(expect.arrayContaining(['/reviews', '/funds', '/new']));
  expect(paths(navOf({ ...officer, posts: [post('expert')] }, true))).toEqual(['/worklist', '/cases', '/notices', '/away', '/reviews']);
});

test('on a phone at most five are at hand, what waits for people among them, and none is lost', () => {
  const all = navOf({ kind: 'officer', posts: [post('officer')], seesFunds: true }, true);
  expect(all.length).toBeGreaterThan(5);
  expect(paths(atThumb(all))).toEqual(['/worklist', '/cases', '/notices', '/reviews']);
  const citizen = navOf({ kind: 'citizen', posts: [], seesFunds: false }, false);
  expect(atThumb(citizen)).toEqual(citizen);
});
