import { useSyncExternalStore } from 'react';
import { workshopParam } from '../live/room-name.ts';
import { readStored, store } from '../ui/stored.ts';
import { navigate, onLocation } from '../ui/use-location.ts';
import { pageUrl } from '../view/page-url.ts';

const param = 'present';
const nameOfMode = 'present.on';
const nameOfEntry = 'present.from';
const root = (): HTMLElement | undefined => globalThis.document?.documentElement;

/** Whether this tab presents now: its address says so. */
export const isPresenting = (): boolean => new URLSearchParams(location.search).get(param) === '1';

/** Whether this tab presents. */
export const usePresenting = (): boolean => useSyncExternalStore(onLocation, isPresenting);

/** The address without the mode. Pure. */
export const withoutPresenting = (address: string): string => {
  const url = pageUrl(address);
  url.searchParams.delete(param);
  return `${url.pathname}${url.search}`;
};

/** Turns presenter mode on, over the screen that is shown. */
export const startPresenting = (): void => startPresentingAt(`${location.pathname}${location.search}`);

/**
 * Goes to an address in presenter mode, which is turned on where it is not yet. What the address does not say of how things are looked at is let go; the workshop one is in
 * stays.
 */
export const startPresentingAt = (address: string): void => {
  if (!isPresenting()) store(nameOfEntry, `${location.pathname}${location.search}`, 'tab');
  const url = pageUrl(address);
  url.searchParams.set(param, '1');
  const workshop = new URLSearchParams(location.search).get(workshopParam);
  if (workshop !== null && !url.searchParams.has(workshopParam)) url.searchParams.set(workshopParam, workshop);
  navigate(`${url.pathname}${url.search}`, { bare: true });
};

/** Leaves presenter mode for the address where it was turned on; where it was opened by its address, for the same screen without it. */
export const stopPresenting = (): void => {
  if (!isPresenting()) return;
  const from = readStored(nameOfEntry, 'tab') ?? withoutPresenting(`${location.pathname}${location.search}`);
  store(nameOfEntry, undefined, 'tab');
  navigate(from, { bare: true });
};

/** The root of the page carries the mode, so that style sheets and what reads their colours have it before anything is drawn with them. */
const mark = (): void => {
  const on = isPresenting();
  root()?.toggleAttribute('data-present', on);
  store(nameOfMode, on ? '1' : undefined, 'tab');
};

/** Keeps the mode of the page and of its address the same, from the first rendering on. A tab that presented goes on with it when it is loaded anew at another address. */
export const watchPresenting = (): void => {
  if (!isPresenting() && readStored(nameOfMode, 'tab') === '1')
    navigate(`${location.pathname}${location.search}${location.search === '' ? '?' : '&'}${param}=1`, {
      replace: true,
    });
  mark();
  onLocation(mark);
};
