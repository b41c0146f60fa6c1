import type { Concept } from '../../gql/graphql.ts';

/** A thing of the inventory by its concept and id. */
export interface ThingNamed {
  readonly concept: Concept;
  readonly id: string;
}

const conceptOfKind: Readonly<Record<string, Concept>> = {
  system: 'SYSTEM',
  channel: 'ACCESS_CHANNEL',
  audience: 'AUDIENCE',
  flow: 'FLOW',
  restriction: 'RESTRICTION',
  serves: 'ACCESS_CHANNEL',
};

/**
 * The thing that an address looks at: what is selected in the picture, else what the screen is about. Undefined where it is no one thing: a group, several, a
 * list. Pure and total.
 */
export const aboutOf = (url: URL): ThingNamed | undefined => {
  const read = (name: string): string => url.searchParams.get(name) ?? '';
  switch (url.pathname) {
    case '/trace':
      return ofView(read('sel')) ?? named('DATA_CLASS', read('class'));
    case '/map':
      return ofView(read('sel').includes(',') ? '' : unescaped(read('sel'))) ?? named('DATA_CLASS', read('class'));
    case '/restriction':
      return named('RESTRICTION', read('id'));
    case '/record':
      return named(read('concept') as Concept, read('id'));
    default:
      return undefined;
  }
};

const named = (concept: Concept, id: string): ThingNamed | undefined =>
  concept.length === 0 || id === '' ? undefined : { concept, id };

/** The thing a selection of a picture names, e.g. `system:ehr` or `outcome:portal:patient`. */
const ofView = (selected: string): ThingNamed | undefined => {
  const at = selected.indexOf(':');
  const kind = selected.slice(0, Math.max(0, at));
  const id = selected.slice(at + 1);
  if (kind === 'outcome') return named('ACCESS_CHANNEL', id.slice(0, id.lastIndexOf(':')));
  const concept = conceptOfKind[kind];
  return concept === undefined ? undefined : named(concept, id);
};

/** An id of the map's selection as the address writes it. */
const unescaped = (id: string): string => id.replaceAll('%7E', '~').replaceAll('%2C', ',').replaceAll('%25', '%');

/** The address as a place of the page that is kept: without what only belongs to this tab. Pure. */
export const placeOf = (url: URL): string => {
  const search = new URLSearchParams(url.searchParams);
  for (const name of ['workshop', 'present', 'do', 'tab'])
    if (name !== 'tab' || url.pathname === '/workshop') search.delete(name);
  const text = search.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
};
