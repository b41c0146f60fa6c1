import { useCallback } from 'react';

const id = 'live-region';

/** Says words to screen readers without moving the focus. The region is part of the page from the start, see `LiveRegion`. */
export const useAnnounce = (): ((words: string) => void) =>
  useCallback((words: string) => {
    const region = document.getElementById(id);
    if (region !== null) region.textContent = words;
  }, []);

/** The id of the region that speaks. */
export const liveRegionId = id;
