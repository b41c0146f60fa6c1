import { readActor } from '../api/actor.ts';
import { noteOtherDatabase, noteRevision } from '../api/noted-changes.ts';
import { firstRevision, forgetRevisions } from '../api/seen-revision.ts';
import { changesUnderWay } from '../api/use-mutation.ts';
import { createChangeNoter } from './change-noter.ts';
import { setLive } from './live-state.ts';
import { onUnsent, ownClient, ownState, takeUnsent } from './own-state.ts';
import { takeNews } from './room-store.ts';
import { startSession, type Session } from './session.ts';
import { openSocket } from './socket.ts';

const later = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Connects this page: from now on it hears of every change and of who is in the room. Returns the session; `stop` ends it. */
export const startLive = (room: string): Session => {
  const onChange = createChangeNoter({
    note: noteRevision,
    isBusy: () => changesUnderWay() > 0,
    wait: later,
    random: Math.random,
  });
  const session = startSession(
    {
      open: openSocket,
      client: ownClient,
      name: readActor,
      firstRevision,
      onChange,
      onOtherDatabase: () => {
        forgetRevisions();
        noteOtherDatabase();
      },
      onNews: takeNews,
      onState: setLive,
      own: { whole: ownState, takeUnsent, onUnsent },
      isOnline: () => navigator.onLine,
      wait: later,
      random: Math.random,
    },
    room,
  );
  const { online, offline } = session;
  globalThis.addEventListener('online', online);
  globalThis.addEventListener('offline', offline);
  return {
    ...session,
    stop: () => {
      globalThis.removeEventListener('online', online);
      globalThis.removeEventListener('offline', offline);
      session.stop();
    },
  };
};
