import {
  conceptNames,
  type Scenario,
  type ThingReference,
  type Walkthrough,
  type Workshop,
} from '../model/concepts.ts';
import { jsonRecords, type JsonRecord } from './json-list.ts';

/** One topic of an agenda. `minutes`: how long it is to take; `link`: a place in the page to begin at. */
export interface WorkshopTopic {
  readonly id: string;
  readonly title: string;
  readonly minutes?: number;
  readonly notes?: string;
  readonly link?: string;
}

/** One stop of a walkthrough. `link` is a place in the page, path and search; `seconds`: how long to stay. */
export interface WalkthroughStop {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly notes?: string;
  readonly seconds?: number;
}

/** Returns the topics of a workshop in order; what is no topic is left out. Pure and total. */
export const topicsOf = ({ topics }: Pick<Workshop, 'topics'>): readonly WorkshopTopic[] =>
  jsonRecords(topics).flatMap((each): readonly WorkshopTopic[] => {
    const [id, title] = [textIn(each, 'id'), textIn(each, 'title')];
    if (id === undefined || title === undefined) return [];
    return [{ id, title, ...numberOf(each, 'minutes'), ...textOf(each, 'notes'), ...textOf(each, 'link') }];
  });

/** Returns the stops of a walkthrough in order; what is no stop is left out. Pure and total. */
export const stopsOf = ({ stops }: Pick<Walkthrough, 'stops'>): readonly WalkthroughStop[] =>
  jsonRecords(stops).flatMap((each): readonly WalkthroughStop[] => {
    const [id, title, link] = [textIn(each, 'id'), textIn(each, 'title'), textIn(each, 'link')];
    if (id === undefined || title === undefined || link === undefined) return [];
    return [{ id, title, link, ...textOf(each, 'notes'), ...numberOf(each, 'seconds') }];
  });

/** Returns the things that are out in a scenario, in order; what names no thing is left out. Pure and total. */
export const outagesOf = ({ outages }: Pick<Scenario, 'outages'>): readonly ThingReference[] =>
  jsonRecords(outages).flatMap((each): readonly ThingReference[] => {
    const concept = conceptNames.find((name) => name === each['concept']);
    const id = textIn(each, 'id');
    return concept === undefined || id === undefined ? [] : [{ concept, id }];
  });

const textIn = (record: JsonRecord, key: string): string | undefined => {
  const value = record[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const textOf = <K extends string>(record: JsonRecord, key: K): { readonly [P in K]?: string } => {
  const value = textIn(record, key);
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
};

const numberOf = <K extends string>(record: JsonRecord, key: K): { readonly [P in K]?: number } => {
  const value = record[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? ({ [key]: value } as { readonly [P in K]: number })
    : {};
};
