import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { saveActor } from './api/actor.ts';
import { useActor } from './api/use-actor.ts';
import { useQuery } from './api/use-query.ts';
import { HelpSheet } from './features/help/HelpSheet.tsx';
import { InventoryNameDocument } from './features/home/documents.ts';
import { UndoButtons } from './editing/UndoButtons.tsx';
import { Palette } from './features/palette/Palette.tsx';
import { NamesSign } from './features/views/NamesSign.tsx';
import { ViewBanner } from './features/views/ViewBanner.tsx';
import { commonRoom, useRoomName } from './live/room-name.ts';
import { startPresenting, usePresenting } from './present/presenting.ts';
import { screens } from './screens.tsx';
import { ActorField } from './ui/ActorField.tsx';
import { useCommands, type Command } from './ui/commands.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Guarded } from './ui/Guarded.tsx';
import { Link } from './ui/Link.tsx';
import { liveRegionId } from './ui/live.ts';
import { Notice } from './ui/Notice.tsx';
import { FailedNotice, LonePage } from './ui/standard-notices.tsx';
import { navigate, useLocation } from './ui/use-location.ts';
import { useTheme, type ThemeChoice } from './ui/use-theme.ts';
import { OnlyNow } from './view/OnlyNow.tsx';
import { useView } from './view/use-view.ts';

const noVariables = {};
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];
const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };
const themeWords: Readonly<Record<ThemeChoice, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Who else is here and what they change: loaded after the page is there, since it can do without for a moment. */
const LiveBar = lazy(async () => ({ default: (await import('./live/LiveBar.tsx')).LiveBar }));

/** The line that takes down what is said: loaded where the address names a workshop. */
const CaptureBar = lazy(async () => ({ default: (await import('./features/workshop/CaptureBar.tsx')).CaptureBar }));

/** The whole page: the bar on top, and the screen that the address names. */
export const App = (): ReactNode => {
  const url = useLocation();
  const view = useView();
  const room = useRoomName();
  const { choice, dark, choose } = useTheme();
  const actor = useActor();
  const [belowBar, setBelowBar] = useState<HTMLElement | null>(null);
  const presenting = usePresenting();
  const [isAdding, setAdding] = useState(false);
  const inventory = useQuery(InventoryNameDocument, noVariables);
  const name = inventory.phase === 'ready' ? inventory.data.inventory.name : undefined;
  useCommands(
    useMemo(
      () => [
        ...goToCommands,
        ...compareCommands,
        ...themes.map((theme) => themeCommand(theme, choose)),
        ...(presenting ? [] : [presentCommand]),
        walkthroughsCommand,
        // What is read with names hidden would be saved so.
        ...(view.namesHidden ? [] : [addCommand(() => setAdding(true))]),
      ],
      [choose, presenting, view.namesHidden],
    ),
  );
  return (
    <>
      <a className="skip" href="#main">
        Skip to the answer
      </a>
      <header className="top">
        <Link href="/" className="brand">
          EHI Atlas
        </Link>
        {name ? (
          <span className="quiet inventory-name" title={name}>
            {name}
          </span>
        ) : null}
        <Palette />
        <nav aria-label="Screens">
          {screens.flatMap((screen) =>
            screen.name === undefined ? (
              []
            ) : (
              <Link
                key={screen.path}
                // The trace in the bar is the one that is open, if one is.
                href={screen.path === '/trace' && url.pathname === '/trace' ? `/trace${url.search}` : screen.path}
                aria-current={url.pathname === screen.path ? 'page' : undefined}
              >
                {screen.name}
              </Link>
            ),
          )}
        </nav>
        <NamesSign />
        <OnlyNow>
          <UndoButtons />
        </OnlyNow>
        <Guarded what="Who is here, and what others change,">
          <LiveBar below={belowBar} />
        </Guarded>
        {view.namesHidden ? null : <ActorField name={actor} onName={saveActor} />}
        <button
          type="button"
          className="button"
          aria-label={`Theme: ${themeWords[choice]}`}
          title={`Theme: ${themeWords[choice]}. Change to ${themeWords[nextTheme[choice]]}.`}
          onClick={() => choose(nextTheme[choice])}
        >
          <ThemeSign choice={choice} />
        </button>
        <HelpSheet />
      </header>
      <ViewBanner />
      <div ref={setBelowBar} className="below-bar" />
      <ErrorBoundary
        // What was answered, chosen or begun in one view of the inventory says nothing in another.
        key={view.key}
        until={url.href}
        instead={screenFailed}
      >
        <Suspense
          fallback={
            <LonePage>
              <Notice kind="loading" title="Opening the screen." />
            </LonePage>
          }
        >
          <CurrentScreen path={url.pathname} dark={dark} />
        </Suspense>
      </ErrorBoundary>
      {isAdding ? (
        <Guarded what="The form for a walkthrough">
          <AddStopDialog onClose={() => setAdding(false)} />
        </Guarded>
      ) : null}
      {room === commonRoom ? null : (
        <Guarded key={room} what="The line of the workshop">
          <CaptureBar id={room} />
        </Guarded>
      )}
      {presenting ? (
        <Guarded what="What the presenter has at hand">
          <PresenterBar />
        </Guarded>
      ) : null}
      <div id={liveRegionId} className="unseen" role="status" aria-live="polite" />
    </>
  );
};

/** Comes when somebody adds a view to a walkthrough. */
const AddStopDialog = lazy(async () => ({
  default: (await import('./features/walkthroughs/AddStopDialog.tsx')).AddStopDialog,
}));

/** Comes with presenter mode, not with the first page. */
const PresenterBar = lazy(async () => ({
  default: (await import('./features/present/PresenterBar.tsx')).PresenterBar,
}));

/** A disc: half filled as the system has it, open for light, filled for dark. */
const ThemeSign = ({ choice }: { readonly choice: ThemeChoice }): ReactNode => (
  <svg className="theme-sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <circle
      cx="8"
      cy="8"
      r="6"
      fill={choice === 'dark' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
    />
    {choice === 'system' ? <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" /> : null}
  </svg>
);

const screenFailed = (message: string, retry: () => void): ReactNode => (
  <LonePage>
    <FailedNotice
      title="This screen cannot be shown."
      message={`${message} The other screens go on; loading the page anew may help.`}
      onRetry={retry}
    />
  </LonePage>
);

const CurrentScreen = ({ path, dark }: { readonly path: string; readonly dark: boolean }): ReactNode => {
  const screen = screens.find((each) => each.path === path);
  if (screen !== undefined) return <screen.component dark={dark} />;
  return (
    <LonePage>
      <Notice kind="empty" title="There is no such page.">
        <Link href="/">Go to the home page</Link>.
      </Notice>
    </LonePage>
  );
};

const goToCommands: readonly Command[] = screens.flatMap(({ path, name, words }): readonly Command[] =>
  name === undefined
    ? []
    : [
        {
          id: `go ${path}`,
          group: 'Go to',
          title: name,
          ...(words === undefined ? {} : { words }),
          run: () => navigate(path),
        },
      ],
);

const compareCommands: readonly Command[] = [
  {
    id: 'compare channels',
    group: 'Compare',
    title: 'Portal, API and export side by side',
    words: 'channels matrix differences',
    run: () => navigate('/matrix?side-by-side=yes&differing=yes'),
  },
  {
    id: 'compare packs',
    group: 'Compare',
    title: 'Two rule packs',
    words: 'rules proposed differences',
    run: () => navigate('/rules'),
  },
];

const walkthroughsCommand: Command = {
  id: 'go /walkthroughs',
  group: 'Go to',
  title: 'Walkthroughs',
  words: 'tour ordered views show present',
  run: () => navigate('/walkthroughs'),
};

const addCommand = (run: () => void): Command => ({
  id: 'add to walkthrough',
  group: 'Everywhere',
  title: 'Add this view to a walkthrough',
  words: 'tour stop save present',
  run,
});

const presentCommand: Command = {
  id: 'present',
  group: 'Everywhere',
  title: 'Present this screen',
  words: 'presenter mode projector walk workshop shared',
  run: startPresenting,
};

const themeCommand = (theme: ThemeChoice, choose: (choice: ThemeChoice) => void): Command => ({
  id: `theme ${theme}`,
  group: 'Everywhere',
  title: `Theme: ${themeWords[theme]}`,
  words: 'colours',
  run: () => choose(theme),
});
