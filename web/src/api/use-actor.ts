import { useSyncExternalStore } from 'react';
import { onActor, readActor } from './actor.ts';

/** Under which name this browser acts; undefined until somebody said so. */
export const useActor = (): string | undefined => useSyncExternalStore(onActor, readActor);
