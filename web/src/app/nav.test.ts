import { expect, test } from 'vitest';
import { atThumb, homeOf, navOf } from './nav.ts';

const post = (role: string) => ({ role, roleName: { zh: role, en: role }, agency: 'a', agencyName: { zh: 'a', en: 'a' } });
const paths = (items: ReturnType<typeof navOf>): string[] => items.map((item) => item.to);

test('reviews and funds stand in the menu of those alone whose concern they are', () => {
  const officer = { kind: 'officer' as const, posts: [post('officer')], seesFunds: false, keepsExperts: false };
  expect(paths(navOf(officer, false))).not.toContain('/reviews');
  expect(paths(navOf({ ...officer, seesFunds: true }, true))).toEqual(expect.arrayContaining(['/reviews', '/funds', '/new']));
  expect(paths(navOf({ ...officer, posts: [post('expert')] }, true))).toEqual(['/worklist', '/cases', '/notices', '/away', '/reviews']);
});

test('a secretariat finds the experts it keeps; who administers begins with what is administered, not with cases that they do not see', () => {
  expect(paths(navOf({ kind: 'officer', posts: [post('secretariat')], seesFunds: false, keepsExperts: true }, false))).toContain('/experts');
  const administrator = paths(navOf({ kind: 'administrator', posts: [post('administrator')], seesFunds: false, keepsExperts: true }, false));
  expect(administrator).not.toContain('/cases');
  expect(administrator[0]).toBe(homeOf('administrator'));
  expect(administrator.filter((path) => path === '/experts')).toHaveLength(1);
});

test('on a phone at most five are at hand, what waits for people among them, and none is lost', () => {
  const all = navOf({ kind: 'officer', posts: [post('officer')], seesFunds: true, keepsExperts: false }, true);
  expect(all.length).toBeGreaterThan(5);
  expect(paths(atThumb(all))).toEqual(['/worklist', '/cases', '/notices', '/reviews']);
  const citizen = navOf({ kind: 'citizen', posts: [], seesFunds: false, keepsExperts: false }, false);
  expect(atThumb(citizen)).toEqual(citizen);
});
