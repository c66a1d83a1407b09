/** Addresses of the console. Every page is its own chunk. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { PageFault, NotFound } from './fault-pages.tsx';
import { Skeleton } from '../ui/states.tsx';
import { readAgenciesSearch, readCasesSearch, readEnterprisesSearch, readExpertsSearch, readFundSearch, readLimitsSearch, readPanelSearch, readPublicationsSearch, readWorklistSearch } from '../lib/search.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const open = createRoute({ getParentRoute: () => root, id: 'open', component: lazyRouteComponent(() => import('./open-layout.tsx'), 'OpenLayout') });
const publications = createRoute({ getParentRoute: () => open, path: '/public', validateSearch: readPublicationsSearch, component: lazyRouteComponent(() => import('../features/publications/components/publications-page.tsx'), 'PublicationsPage') });
const publicNotice = createRoute({ getParentRoute: () => open, path: '/public/$publication', component: lazyRouteComponent(() => import('../features/objections/components/public-notice-page.tsx'), 'PublicNoticePage') });
const lookup = createRoute({ getParentRoute: () => open, path: '/public/objection', component: lazyRouteComponent(() => import('../features/objections/components/lookup-page.tsx'), 'LookupPage') });
const publicDraw = createRoute({ getParentRoute: () => open, path: '/public/draws/$draw', component: lazyRouteComponent(() => import('../features/reviews/components/public-draw-page.tsx'), 'PublicDrawPage') });
const callback = createRoute({ getParentRoute: () => open, path: '/auth/callback', component: lazyRouteComponent(() => import('../features/session/components/callback-page.tsx'), 'CallbackPage') });

/** Everything below needs a signed-in person. */
const console = createRoute({ getParentRoute: () => root, id: 'console', component: lazyRouteComponent(() => import('./console-layout.tsx'), 'ConsoleLayout') });
const home = createRoute({ getParentRoute: () => console, path: '/', component: lazyRouteComponent(() => import('./home.tsx'), 'Home') });
export const worklistRoute = createRoute({
  getParentRoute: () => console, path: '/worklist', validateSearch: readWorklistSearch,
  component: lazyRouteComponent(() => import('../features/worklist/components/worklist-page.tsx'), 'WorklistPage'),
});
const cases = createRoute({
  getParentRoute: () => console, path: '/cases', validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('../features/cases/components/cases-page.tsx'), 'CasesPage'),
});
const mine = createRoute({ getParentRoute: () => console, path: '/my', component: lazyRouteComponent(() => import('../features/cases/components/my-page.tsx'), 'MyPage') });
const caseFile = createRoute({
  getParentRoute: () => console, path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/case-file/components/case-page.tsx'), 'CasePage'),
});
const services = createRoute({ getParentRoute: () => console, path: '/new', component: lazyRouteComponent(() => import('../features/start/components/services-page.tsx'), 'ServicesPage') });
const start = createRoute({ getParentRoute: () => console, path: '/new/$process', component: lazyRouteComponent(() => import('../features/start/components/start-page.tsx'), 'StartPage') });
const notices = createRoute({ getParentRoute: () => console, path: '/notices', component: lazyRouteComponent(() => import('../features/notices/components/notices-page.tsx'), 'NoticesPage') });
const away = createRoute({ getParentRoute: () => console, path: '/away', component: lazyRouteComponent(() => import('../features/away/components/away-page.tsx'), 'AwayPage') });
const enterprises = createRoute({ getParentRoute: () => console, path: '/enterprises', validateSearch: readEnterprisesSearch, component: lazyRouteComponent(() => import('../features/enterprises/components/enterprises-page.tsx'), 'EnterprisesPage') });
const enterprise = createRoute({ getParentRoute: () => console, path: '/enterprises/$uscc', component: lazyRouteComponent(() => import('../features/enterprises/components/enterprise-page.tsx'), 'EnterprisePage') });
const objections = createRoute({ getParentRoute: () => console, path: '/objections/$publication', component: lazyRouteComponent(() => import('../features/objections/components/objections-page.tsx'), 'ObjectionsPage') });
const funds = createRoute({ getParentRoute: () => console, path: '/funds', validateSearch: readFundSearch, component: lazyRouteComponent(() => import('../features/funds/components/funds-page.tsx'), 'FundsPage') });
const reviews = createRoute({ getParentRoute: () => console, path: '/reviews', component: lazyRouteComponent(() => import('../features/reviews/components/reviews-page.tsx'), 'ReviewsPage') });
const draw = createRoute({ getParentRoute: () => console, path: '/draws/$draw', component: lazyRouteComponent(() => import('../features/reviews/components/draw-page.tsx'), 'DrawPage') });
const panel = createRoute({ getParentRoute: () => console, path: '/panels/$panel', validateSearch: readPanelSearch, component: lazyRouteComponent(() => import('../features/reviews/components/panel-page.tsx'), 'PanelPage') });
const limits = createRoute({ getParentRoute: () => console, path: '/limits', validateSearch: readLimitsSearch, component: lazyRouteComponent(() => import('../features/limits/components/limits-page.tsx'), 'LimitsPage') });

const experts = createRoute({ getParentRoute: () => console, path: '/experts', validateSearch: readExpertsSearch, component: lazyRouteComponent(() => import('../features/experts/components/experts-page.tsx'), 'ExpertsPage') });
const agencies = createRoute({ getParentRoute: () => console, path: '/agencies', validateSearch: readAgenciesSearch, component: lazyRouteComponent(() => import('../features/agencies/components/agencies-page.tsx'), 'AgenciesPage') });
const calendars = createRoute({ getParentRoute: () => console, path: '/calendars', component: lazyRouteComponent(() => import('../features/calendars/components/calendars-page.tsx'), 'CalendarsPage') });
const publishYear = createRoute({ getParentRoute: () => console, path: '/calendars/publish/$year', component: lazyRouteComponent(() => import('../features/calendars/components/publish-page.tsx'), 'PublishPage') });
const calendarPublication = createRoute({ getParentRoute: () => console, path: '/calendars/publications/$id', component: lazyRouteComponent(() => import('../features/calendars/components/publication-page.tsx'), 'PublicationPage') });

export const router = createRouter({
  routeTree: root.addChildren([open.addChildren([publications, publicNotice, lookup, publicDraw, callback]), console.addChildren([home, worklistRoute, cases, mine, caseFile, services, start, notices, away, enterprises, enterprise, objections, limits, funds, reviews, draw, panel, experts, agencies, calendars, publishYear, calendarPublication])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFault,
  defaultPendingComponent: () => <Skeleton lines={6} />,
  // Plain text in the address bar: ?q=召 and not ?q=%22召%22.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(name, value);
    const text = params.toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
