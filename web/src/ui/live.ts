const id = 'live-region';

/** Says words to screen readers without moving the focus. The region is part of the page from the start, see `liveRegionId`. */
export const announce = (words: string): void => {
  const region = document.getElementById(id);
  if (region !== null) region.textContent = words;
};

/** The way to say words, for components. */
export const useAnnounce = (): ((words: string) => void) => announce;

/** The id of the region that speaks. */
export const liveRegionId = id;
