import { useMemo } from 'react';
import { markedOf } from '../../graph-model/map/map-sentence.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
import { counted } from '../../graph-model/words.ts';
import { useOfferWalk, type Walk } from '../../present/walk.ts';
import type { MapSelection } from './use-map-selection.ts';

/** Offers the presenter what is marked on the map, one thing after the other; `goTo` selects it and brings it on screen. */
export const useMapWalk = (view: MapView, selection: MapSelection, goTo: (id: string) => void): void => {
  const { one, ids } = selection;
  const walk = useMemo((): Walk => {
    const marked = markedOf(view);
    const at = one === undefined ? -1 : marked.indexOf(one.id);
    const things = counted(marked.length, 'marked thing');
    return {
      item: 'marked thing',
      at: at === -1 ? undefined : at,
      ready: marked.length,
      isComing: false,
      more: undefined,
      position: at === -1 ? `${things}, exact` : `Marked thing ${at + 1} of ${marked.length}, exact`,
      sentence: one?.sentence,
      spotlight: [...ids],
      steps: [],
      facts: [],
      go: (number) => {
        const next = marked[number];
        if (next !== undefined) goTo(next);
      },
    };
  }, [view, one, ids, goTo]);
  useOfferWalk(walk);
};
