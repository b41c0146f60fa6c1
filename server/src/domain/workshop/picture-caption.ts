import type { WorkshopItem } from '../model/concepts.ts';

/** The caption of a picture: the day it shows, what it was narrowed to, and the revision of the inventory. Pure and total. */
export const captionOf = ({ link, revisions, source, createdAt }: WorkshopItem): string => {
  const [path = '', search = ''] = (link ?? '').split('#')[0]?.split('?') ?? [];
  const settings = search.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=').map(decoded);
    return name === '' ? [] : [[name, value] as const];
  });
  const asOf = settings.find(([name]) => name === 'asOf')?.[1];
  const narrowed = settings.filter(([name]) => name !== 'asOf').map(([name, value]) => `${name} ${value}`.trim());
  const [revision] = revisions;
  return [
    path === '' ? '' : `the screen ${decoded(path)}`,
    `as of ${asOf === undefined || asOf === '' ? createdAt.slice(0, 10) : asOf}`,
    narrowed.length === 0 ? 'nothing narrowed' : `with ${narrowed.join(', ')}`,
    revision === undefined ? '' : `at revision ${revision}`,
    `taken by ${source}, ${createdAt.slice(0, 16).replace('T', ' ')} UTC`,
  ]
    .filter((part) => part !== '')
    .join('; ');
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
