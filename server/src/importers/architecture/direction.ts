/** Which way data goes along an arrow of a model: with it, against it, both ways, or nobody says. */
export type DataDirection = 'ALONG' | 'AGAINST' | 'BOTH' | 'UNKNOWN';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Arrows of a model point to what is used. Whoever reads is at the start of the arrow, and the data comes back to them. */
const pulls = words(
  'read reads get gets fetch fetches retrieve retrieves query queries request requests pull pulls poll polls receive receives ask asks load loads lookup looks download downloads subscribe subscribes consume consumes import imports search searches check checks access accesses view views obtain obtains collect collects find finds lists validates verifies discover discovers ingests crawls',
);
const pushes = words(
  'send sends write writes publish publishes push pushes store stores save saves persist persists update updates deliver delivers forward forwards upload uploads export exports report reports submit submits transmit transmits notify notifies post posts register registers feed feeds provide provides return returns emit emits stream streams order orders transfer transfers route routes replicate replicates archive archives create creates print prints record records log logs copies',
);
const both = words(
  'exchange exchanges sync syncs synchronise synchronises synchronize synchronizes synchronizing manage manages maintain maintains administer administers reconciles',
);

/**
 * Returns which way data goes along an arrow with this label: `reads results from` brings data to where the arrow starts. A word that could
 * be a noun counts only as the first: `sends orders` sends.
 */
export const directionOf = (label: string): DataDirection => {
  const said = label
    .toLowerCase()
    .replace(/^[\w-]{1,20}:\s/, '')
    .split(/[^a-z]+/, 12)
    .filter((word) => word !== '');
  // A verb stands first, or behind "and" or "then".
  const verbs = said.filter((word, at) => at === 0 || /^(?:and|then|or)$/.test(said[at - 1] ?? '') || !nouns.has(word));
  const isPull = verbs.some((word) => pulls.has(word));
  const isPush = verbs.some((word) => pushes.has(word));
  if (verbs.some((word) => both.has(word)) || (isPull && isPush)) return 'BOTH';
  return isPull ? 'AGAINST' : isPush ? 'ALONG' : 'UNKNOWN';
};

const nouns = words(
  'order orders report reports request requests record records update updates feed feeds query queries post posts export exports import imports log logs view views store stores check checks archive archives stream streams return returns access load loads search searches file files route routes lists register registers exchange record print prints transfer transfers sync create',
);
