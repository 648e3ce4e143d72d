import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { useSession } from '../api/session.ts';
import { Overview } from '../overview/overview.tsx';
import type { shellWords } from './words.ts';

/** Somebody signed in; null for a visitor. */
export type Session = Exclude<ReturnType<typeof useSession>['data'], undefined>;

/** A page: where it stands, and for whom it stands in the bar. */
export interface Page {
  readonly path: string;
  readonly element: ComponentType | LazyExoticComponent<ComponentType>;
  /** Its entry in the bar; left out for pages that one comes to by a link. */
  readonly entry?: {
    readonly to: string;
    readonly name: keyof typeof shellWords.zh;
    /** Whether it is of use to them; the service alone decides who may do what. */
    readonly seenBy: (session: Session) => boolean;
  };
}

const everyone = () => true;

type Role = NonNullable<Session>['grants'][number]['role'];

/** Those who hold one of some roles somewhere. */
function holds(...roles: readonly Role[]): (session: Session) => boolean {
  return (session) => session?.grants.some(({ role }) => roles.includes(role)) ?? false;
}

/** A page that is loaded when it is first opened, so that the first one comes fast. */
function later<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

/** All pages, in the order of the bar. */
export const PAGES: readonly Page[] = [
  { path: '/overview', element: Overview, entry: { to: '/overview', name: 'overview', seenBy: everyone } },
  {
    path: '/counties',
    element: later(() => import('../standards/county/counties.tsx'), 'Counties'),
    entry: { to: '/counties', name: 'standards', seenBy: everyone },
  },
  { path: '/counties/:code', element: later(() => import('../standards/county/county.tsx'), 'County') },
  { path: '/drafts/:id', element: later(() => import('../standards/draft/draft-page.tsx'), 'DraftPage') },
  {
    path: '/calculator',
    element: later(() => import('../calculator/calculator.tsx'), 'Calculator'),
    entry: { to: '/calculator', name: 'calculator', seenBy: everyone },
  },
  { path: '/calculator/sheet', element: later(() => import('../calculator/sheet.tsx'), 'AnswerSheet') },
  {
    path: '/policy',
    element: later(() => import('../policy/policy.tsx'), 'Policy'),
    entry: { to: '/policy', name: 'policy', seenBy: everyone },
  },
  { path: '/policy/:code', element: later(() => import('../policy/policy.tsx'), 'Policy') },
  {
    path: '/reviews',
    element: later(() => import('../review/queue.tsx'), 'ReviewQueue'),
    entry: { to: '/reviews', name: 'reviews', seenBy: holds('countyReviewer', 'cityReviewer') },
  },
  { path: '/reviews/:id', element: later(() => import('../review/submission.tsx'), 'SubmissionPage') },
  {
    path: '/counties/:code/versions',
    element: later(() => import('../versions/versions.tsx'), 'Versions'),
  },
  {
    path: '/versions',
    element: later(() => import('../versions/versions.tsx'), 'Versions'),
    entry: { to: '/versions', name: 'versions', seenBy: everyone },
  },
  {
    path: '/compare',
    element: later(() => import('../versions/compare.tsx'), 'Compare'),
    entry: { to: '/compare', name: 'compare', seenBy: everyone },
  },
  {
    path: '/tasks',
    element: later(() => import('../administration/tasks.tsx'), 'Tasks'),
    entry: {
      to: '/tasks',
      name: 'tasks',
      seenBy: holds('countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer'),
    },
  },
  {
    path: '/accounts',
    element: later(() => import('../administration/accounts.tsx'), 'Accounts'),
    entry: { to: '/accounts', name: 'accounts', seenBy: holds('administrator') },
  },
  {
    path: '/api-keys',
    element: later(() => import('../administration/keys.tsx'), 'ApiKeys'),
    entry: { to: '/api-keys', name: 'apiKeys', seenBy: holds('administrator') },
  },
  {
    path: '/audit',
    element: later(() => import('../administration/audit.tsx'), 'Audit'),
    entry: { to: '/audit', name: 'audit', seenBy: (session) => session !== null },
  },
  {
    path: '/password',
    element: later(() => import('../administration/password.tsx'), 'Password'),
    entry: { to: '/password', name: 'password', seenBy: (session) => session !== null },
  },
  { path: '/sign-in', element: later(() => import('../people/sign-in.tsx'), 'SignIn') },
  { path: '/setup', element: later(() => import('../people/set-up.tsx'), 'SetUp') },
  { path: '/invitation', element: later(() => import('../people/invitation.tsx'), 'Invitation') },
];
