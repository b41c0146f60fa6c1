import { lazy, type ComponentType } from 'react';
import { HomePage } from './features/home/HomePage.tsx';

/** What every screen is given. */
export interface ScreenProps {
  /** Whether what is on screen is dark now: pictures read their colours anew. */
  readonly dark: boolean;
}

/** One screen: its path, and its name in the bar on top where it stands there. */
export interface Screen {
  readonly path: string;
  readonly name?: string;
  /** Other words by which the palette finds it. */
  readonly words?: string;
  readonly component: ComponentType<ScreenProps>;
}

/** A screen that is loaded when it is first opened: the first page stays small, and the drawing library comes with the first picture. */
const later = (load: () => Promise<ComponentType<ScreenProps>>): ComponentType<ScreenProps> =>
  lazy(async () => ({ default: await load() }));

/** Every screen of the product, those of the bar in its order. */
export const screens: readonly Screen[] = [
  { path: '/', name: 'Home', words: 'start overview', component: HomePage },
  {
    path: '/trace',
    name: 'Trace',
    words: 'picture paths',
    component: later(async () => (await import('./features/trace/TracePage.tsx')).TracePage),
  },
  {
    path: '/map',
    name: 'Map',
    words: 'explore neighbourhood ways systems groups',
    component: later(async () => (await import('./features/map/MapPage.tsx')).MapPage),
  },
  {
    path: '/what-if',
    name: 'What if',
    words: 'scenario sandbox suppose outage down release',
    component: later(async () => (await import('./features/what-if/WhatIfPage.tsx')).WhatIfPage),
  },
  {
    path: '/matrix',
    name: 'Matrix',
    words: 'coverage channels',
    component: later(async () => (await import('./features/coverage/CoveragePage.tsx')).CoveragePage),
  },
  {
    path: '/findings',
    name: 'Findings',
    words: 'attention queue',
    component: later(async () => (await import('./features/finding-list/FindingsPage.tsx')).FindingsPage),
  },
  {
    path: '/imports',
    name: 'Imports',
    words: 'files upload',
    component: later(async () => (await import('./features/imports/ImportsPage.tsx')).ImportsPage),
  },
  {
    path: '/reconcile',
    name: 'Reconcile',
    words: 'observed declared',
    component: later(async () => (await import('./features/reconcile/ReconcilePage.tsx')).ReconcilePage),
  },
  {
    path: '/workshop',
    name: 'Workshop',
    words: 'agenda capture decisions questions minutes meeting',
    component: later(async () => (await import('./features/workshop/WorkshopPage.tsx')).WorkshopPage),
  },
  {
    path: '/rules',
    name: 'Rules',
    words: 'packs conditions exceptions',
    component: later(async () => (await import('./features/rules/RulesPage.tsx')).RulesPage),
  },
  {
    path: '/glossary',
    name: 'Glossary',
    words: 'terms meaning help',
    component: later(async () => (await import('./features/glossary/GlossaryPage.tsx')).GlossaryPage),
  },
  {
    path: '/walkthroughs',
    component: later(async () => (await import('./features/walkthroughs/WalkthroughsPage.tsx')).WalkthroughsPage),
  },
  {
    path: '/restriction',
    component: later(async () => (await import('./features/restriction/RestrictionPage.tsx')).RestrictionPage),
  },
  {
    path: '/list',
    component: later(async () => (await import('./features/list/ListPage.tsx')).ListPage),
  },
  {
    path: '/record',
    component: later(async () => (await import('./features/record/RecordPage.tsx')).RecordPage),
  },
];
