import { print } from 'graphql';
import {
  AttentionDocument,
  FindingFacetsDocument,
  FindingsDocument,
  HomeDocument,
  InspectDocument,
  InventoryNameDocument,
  MapClassesDocument,
  MapPictureDocument,
  RecordDocument,
  RecordSetBoardDocument,
  TraceDocument,
  TracePathsDocument,
} from '../../web/src/gql/graphql.ts';

/** The bodies of the questions that a page asks again after a change. */
export type Questions = readonly string[];

const body = (document: Parameters<typeof print>[0], variables: object = {}): string =>
  JSON.stringify({ query: print(document), variables });

const always = body(InventoryNameDocument);
const trace = (dataClass: string): Questions => [
  always,
  body(TraceDocument, { dataClass }),
  body(TracePathsDocument, { dataClass, part: dataClass, first: 20 }),
  body(InspectDocument, { concept: 'SYSTEM', id: 'lis' }),
];

/** Pages that people have open together in a workshop, each with what it asks: most look at what is spoken of. */
export const livePages: readonly [readonly [string, Questions], ...(readonly [string, Questions])[]] = [
  ['trace', trace('laboratory')],
  [
    'map',
    [
      always,
      body(MapClassesDocument),
      body(MapPictureDocument, { input: { around: [], hops: 1, expand: [], show: [], hide: [] } }),
    ],
  ],
  ['record', [always, body(RecordDocument, { concept: 'SYSTEM', id: 'lis' })]],
  ['home', [always, body(HomeDocument, { after: null }), body(RecordSetBoardDocument), body(AttentionDocument)]],
  [
    'findings',
    [
      always,
      body(FindingFacetsDocument, { filter: {} }),
      body(FindingsDocument, { filter: {}, sort: 'LEVEL', first: 100, after: null }),
    ],
  ],
];
