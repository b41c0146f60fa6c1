import { useMemo, useSyncExternalStore } from 'react';
import { onMove } from './here.ts';
import { namesAreHidden, onNamesHidden } from './hidden-names.ts';
import { headerText, viewOfSearch, type AddressedView } from './view-address.ts';

/** What the page looks at. `isReadOnly`: not the inventory itself as it is now, so that nothing can be changed. */
export interface SeenView extends AddressedView {
  readonly namesHidden: boolean;
  readonly isReadOnly: boolean;
  /** The same for the same view: what was answered in one says nothing in another. */
  readonly key: string;
}

/** What the page looks at now. */
export const readView = (): SeenView => viewOfKey(keyNow());

/** What the page looks at; changes with the address and with names hidden or shown. */
export const useView = (): SeenView => {
  const key = useSyncExternalStore(subscribe, keyNow);
  return useMemo(() => viewOfKey(key), [key]);
};

/** The headers by which a request is answered from what the page looks at; none for the inventory as it is now. */
export const viewHeaders = (): Readonly<Record<string, string>> => {
  const { at, scenario, namesHidden } = readView();
  return {
    ...(at === undefined ? {} : { 'x-ehi-at-revision': headerText(at) }),
    ...(scenario === undefined ? {} : { 'x-ehi-scenario': headerText(scenario) }),
    ...(namesHidden ? { 'x-ehi-hide-names': '1' } : {}),
  };
};

const subscribe = (listener: () => void): (() => void) => {
  const ends = [onMove(listener), onNamesHidden(listener)];
  return () => ends.forEach((end) => end());
};

const keyNow = (): string => {
  const { at = '', scenario = '' } = viewOfSearch(location.search);
  return JSON.stringify([at, scenario, namesAreHidden()]);
};

const viewOfKey = (key: string): SeenView => {
  const [at, scenario, namesHidden] = JSON.parse(key) as [string, string, boolean];
  return {
    ...(at === '' ? {} : { at }),
    ...(scenario === '' ? {} : { scenario }),
    namesHidden,
    isReadOnly: at !== '' || scenario !== '' || namesHidden,
    key,
  };
};
