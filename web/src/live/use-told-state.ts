import { useEffect } from 'react';
import { useActor } from '../api/use-actor.ts';
import type { Concept } from '../gql/graphql.ts';
import { useLocation } from '../ui/use-location.ts';
import { tell } from './own-state.ts';
import { selectionOf } from './selection-of.ts';

/** Tells the others where this page is: its address, what it is called, what is selected, and who looks at it. */
export const useToldState = (): void => {
  const url = useLocation();
  const name = useActor();
  const address = `${url.pathname}${url.search}`;
  useEffect(() => {
    tell({ address: address.length > 4_000 ? url.pathname : address, selection: [...selectionOf(url)] });
  }, [address, url]);
  useEffect(() => {
    if (name !== undefined) tell({ name });
  }, [name]);
  useEffect(() => {
    const say = (): void => tell({ title: document.title.replace(/ · EHI Atlas$/, '').slice(0, 200) });
    say();
    // Screens give the page its name when they know it.
    const observer = new MutationObserver(say);
    const title = document.querySelector('title');
    if (title !== null) observer.observe(title, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, []);
};

/** Tells the others that a form of this thing is open here, as long as the component is shown; nothing while `id` is undefined. */
export const useToldEditing = (concept: Concept, id: string | undefined): void => {
  useEffect(() => {
    if (id === undefined) return undefined;
    tell({ editing: { concept, id } });
    return () => tell({ editing: null });
  }, [concept, id]);
};
