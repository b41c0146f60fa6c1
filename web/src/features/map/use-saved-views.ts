import { useCallback, useState } from 'react';
import { readStored, store } from '../../ui/stored.ts';

/** A view with a name. The address is all of it: whoever has it sees the same. */
export interface SavedView {
  readonly name: string;
  readonly address: string;
}

const storedAs = 'map.views';

/** The views of a stored text; what is none is left out. Pure and total. */
export const parseSavedViews = (text: string | undefined): readonly SavedView[] => {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.flatMap((each: unknown) => {
      const { name, address } = (each ?? {}) as { name?: unknown; address?: unknown };
      // Only places on the map: what was stored must not lead elsewhere.
      return typeof name === 'string' && typeof address === 'string' && /^\/map(\?|$)/.test(address)
        ? [{ name, address }]
        : [];
    });
  } catch {
    return [];
  }
};

/** The views with one more, or one named so replaced; sorted by name. Pure and total. */
export const withSavedView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].sort((a, b) => (a.name < b.name ? -1 : 1));

/** The saved views of this browser, and the ways to change them. They are kept here, not in the inventory: to share one, share its address. */
export const useSavedViews = () => {
  const [views, setViews] = useState(() => parseSavedViews(readStored(storedAs)));
  const put = useCallback((next: readonly SavedView[]) => {
    setViews(next);
    store(storedAs, next.length === 0 ? undefined : JSON.stringify(next));
  }, []);
  return {
    views,
    save: (name: string, address: string) => put(withSavedView(views, { name, address })),
    rename: (from: string, to: string) => {
      const view = views.find(({ name }) => name === from);
      if (view !== undefined)
        put(
          withSavedView(
            views.filter(({ name }) => name !== from),
            { ...view, name: to },
          ),
        );
    },
    remove: (name: string) => put(views.filter((view) => view.name !== name)),
  };
};
