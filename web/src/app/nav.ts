/** What each kind of person finds in the navigation, first the page that the console opens with. */
import type { Me } from '../../../contracts/people.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Dictionary } from './locales/zh-CN.ts';

export interface NavItem {
  readonly to: '/worklist' | '/cases' | '/my' | '/new' | '/notices' | '/public' | '/away' | '/enterprises' | '/limits' | '/funds' | '/calendars' | '/reviews' | '/experts' | '/agencies';
  readonly label: keyof Dictionary['nav'] & ('worklist' | 'cases' | 'supervision' | 'mine' | 'start' | 'apply' | 'notices' | 'publications' | 'away' | 'enterprises' | 'ownEnterprise' | 'limits' | 'funds' | 'calendars' | 'reviews' | 'experts' | 'agencies');
  readonly icon: IconName;
}

const notices: NavItem = { to: '/notices', label: 'notices', icon: 'notices' };
const publications: NavItem = { to: '/public', label: 'publications', icon: 'publications' };
const applicant: readonly NavItem[] = [{ to: '/my', label: 'mine', icon: 'cases' }, { to: '/new', label: 'apply', icon: 'start' }, notices, publications];
const enterprises: NavItem = { to: '/enterprises', label: 'enterprises', icon: 'shield' };
const limits: NavItem = { to: '/limits', label: 'limits', icon: 'clock' };
const calendars: NavItem = { to: '/calendars', label: 'calendars', icon: 'calendar' };
const funds: NavItem = { to: '/funds', label: 'funds', icon: 'ledger' };
const reviews: NavItem = { to: '/reviews', label: 'reviews', icon: 'review' };
const experts: NavItem = { to: '/experts', label: 'experts', icon: 'people' };
const agencies: NavItem = { to: '/agencies', label: 'agencies', icon: 'agency' };
const worklist: NavItem = { to: '/worklist', label: 'worklist', icon: 'worklist' };
const pages: Readonly<Record<Me['kind'], readonly NavItem[]>> = {
  officer: [worklist, { to: '/cases', label: 'cases', icon: 'cases' }, { to: '/new', label: 'start', icon: 'start' }, enterprises, notices, { to: '/away', label: 'away', icon: 'person' }],
  enterprise: [...applicant, { to: '/enterprises', label: 'ownEnterprise', icon: 'shield' }],
  citizen: applicant,
  // Some steps are theirs: 见证抽取.
  supervisor: [{ to: '/cases', label: 'supervision', icon: 'cases' }, enterprises, notices, publications, worklist, experts, agencies],
  // They look after what all cases stand on; into the cases themselves they do not look.
  administrator: [calendars, limits, experts, agencies, enterprises, notices, publications],
};
/** 评审 is for those who have to do with one, 基金账 for those whose concern a fund is. */
export const navOf = ({ kind, seesFunds, keepsExperts, posts }: Pick<Me, 'kind' | 'seesFunds' | 'keepsExperts' | 'posts'>, hasReviews: boolean): readonly NavItem[] => {
  // Experts judge what is put before them; they start no cases and look into no enterprise.
  const judges = kind === 'officer' && posts.every((post) => post.role === 'expert');
  return [...pages[kind].filter((item) => !judges || (item.to !== '/new' && item.to !== '/enterprises')), ...(hasReviews ? [reviews] : []), ...(seesFunds ? [funds] : []), ...(kind === 'officer' && keepsExperts ? [experts] : [])];
};

const roomAtThumb = 5;
const first: readonly NavItem['to'][] = ['/worklist', '/my', '/cases', '/reviews', '/notices', '/new'];
/** What stays at hand on a phone: all, or the four that are used most beside a way to the others. */
export function atThumb(items: readonly NavItem[]): readonly NavItem[] {
  if (items.length <= roomAtThumb) return items;
  const place = (item: NavItem): number => (first.includes(item.to) ? first.indexOf(item.to) : first.length);
  const kept = [...items].sort((a, b) => place(a) - place(b)).slice(0, roomAtThumb - 1);
  return items.filter((item) => kept.includes(item));
}
export const homeOf = (kind: Me['kind']): NavItem['to'] => pages[kind][0]?.to ?? '/public';
