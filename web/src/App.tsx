import { lazy, Suspense, type ReactNode } from 'react';
import { HomePage } from './features/home/HomePage.tsx';
import { SearchBox } from './features/search/SearchBox.tsx';
import { saveActor } from './api/actor.ts';
import { useActor } from './api/use-actor.ts';
import { useQuery } from './api/use-query.ts';
import { InventoryNameDocument } from './features/home/documents.ts';
import { ActorField } from './ui/ActorField.tsx';
import { Link } from './ui/Link.tsx';
import { liveRegionId } from './ui/live.ts';
import { Notice } from './ui/Notice.tsx';
import { LonePage } from './ui/standard-notices.tsx';
import { useLocation } from './ui/use-location.ts';
import { useTheme, type ThemeChoice } from './ui/use-theme.ts';

// The picture brings the drawing library: loaded with the first trace, not with the first page.
const TracePage = lazy(() =>
  import('./features/trace/TracePage.tsx').then((module) => ({ default: module.TracePage })),
);
const RecordPage = lazy(() =>
  import('./features/record/RecordPage.tsx').then((module) => ({ default: module.RecordPage })),
);

const FindingsPage = lazy(() =>
  import('./features/finding-list/FindingsPage.tsx').then((module) => ({ default: module.FindingsPage })),
);
const ListPage = lazy(() => import('./features/list/ListPage.tsx').then((module) => ({ default: module.ListPage })));
const CoveragePage = lazy(() =>
  import('./features/coverage/CoveragePage.tsx').then((module) => ({ default: module.CoveragePage })),
);
const ImportsPage = lazy(() =>
  import('./features/imports/ImportsPage.tsx').then((module) => ({ default: module.ImportsPage })),
);
const ReconcilePage = lazy(() =>
  import('./features/reconcile/ReconcilePage.tsx').then((module) => ({ default: module.ReconcilePage })),
);
const RulesPage = lazy(() =>
  import('./features/rules/RulesPage.tsx').then((module) => ({ default: module.RulesPage })),
);
const RestrictionPage = lazy(() =>
  import('./features/restriction/RestrictionPage.tsx').then((module) => ({ default: module.RestrictionPage })),
);

const noVariables = {};
const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };
const themeWords: Readonly<Record<ThemeChoice, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

/** The whole page: the bar on top, and the screen that the address names. */
export const App = (): ReactNode => {
  const url = useLocation();
  const { choice, dark, choose } = useTheme();
  const actor = useActor();
  const inventory = useQuery(InventoryNameDocument, noVariables);
  const name = inventory.phase === 'ready' ? inventory.data.inventory.name : undefined;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the answer
      </a>
      <header className="top">
        <Link href="/" className="brand">
          EHI Atlas
        </Link>
        {name ? <span className="quiet inventory-name">{name}</span> : null}
        <SearchBox />
        <nav aria-label="Screens">
          <Link href="/" aria-current={url.pathname === '/' ? 'page' : undefined}>
            Home
          </Link>
          <Link
            href={`/trace${url.pathname === '/trace' ? url.search : ''}`}
            aria-current={url.pathname === '/trace' ? 'page' : undefined}
          >
            Trace
          </Link>
          <Link href="/matrix" aria-current={url.pathname === '/matrix' ? 'page' : undefined}>
            Matrix
          </Link>
          <Link href="/findings" aria-current={url.pathname === '/findings' ? 'page' : undefined}>
            Findings
          </Link>
          <Link href="/imports" aria-current={url.pathname === '/imports' ? 'page' : undefined}>
            Imports
          </Link>
          <Link href="/reconcile" aria-current={url.pathname === '/reconcile' ? 'page' : undefined}>
            Reconcile
          </Link>
          <Link href="/rules" aria-current={url.pathname === '/rules' ? 'page' : undefined}>
            Rules
          </Link>
        </nav>
        <ActorField name={actor} onName={saveActor} />
        <button type="button" className="button" onClick={() => choose(nextTheme[choice])}>
          Theme: {themeWords[choice]}
        </button>
      </header>
      <Suspense
        fallback={
          <LonePage>
            <Notice kind="loading" title="Opening the screen." />
          </LonePage>
        }
      >
        <Screen path={url.pathname} dark={dark} />
      </Suspense>
      <div id={liveRegionId} className="unseen" role="status" aria-live="polite" />
    </>
  );
};

const Screen = ({ path, dark }: { readonly path: string; readonly dark: boolean }): ReactNode => {
  switch (path) {
    case '/':
      return <HomePage />;
    case '/trace':
      return <TracePage dark={dark} />;
    case '/matrix':
      return <CoveragePage />;
    case '/findings':
      return <FindingsPage />;
    case '/list':
      return <ListPage />;
    case '/imports':
      return <ImportsPage />;
    case '/reconcile':
      return <ReconcilePage />;
    case '/rules':
      return <RulesPage />;
    case '/restriction':
      return <RestrictionPage />;
    case '/record':
      return <RecordPage />;
    default:
      return (
        <LonePage>
          <Notice kind="empty" title="There is no such page.">
            <Link href="/">Go to the home page</Link>.
          </Notice>
        </LonePage>
      );
  }
};
