import { useSyncExternalStore } from 'react';
import type { ImportEntry } from './import-entry.ts';
import { importQueue } from './import-queue.ts';

/** The files of this tab on their way into the inventory, in the order in which they came. */
export const useImportQueue = (): readonly ImportEntry[] =>
  useSyncExternalStore(importQueue.subscribe, importQueue.entries);
