import { print, type DocumentNode } from 'graphql';
import { unmovedBy, type Unmoved } from '../../web/src/api/unmoved-by.ts';
import {
  AttentionDocument,
  CoverageChoicesDocument,
  CoverageDocument,
  FilterChoicesDocument,
  FindingFacetsDocument,
  FindingsDocument,
  HomeDocument,
  InspectDocument,
  InventoryNameDocument,
  MapClassesDocument,
  MapPictureDocument,
  RecentChangesDocument,
  RecordSetBoardDocument,
  TraceDocument,
  TracePathsDocument,
  WorkshopNowDocument,
} from '../../web/src/gql/graphql.ts';

/** A question as it is sent, and the concepts whose changes cannot alter its answer. */
export interface Question {
  readonly body: string;
  readonly unmovedBy: Unmoved;
}

/** The questions that a page asks again after a change. */
export interface Questions {
  /** The answer that one looks at. */
  readonly shown: Question;
  /** Asked at the same time. */
  readonly beside: readonly Question[];
  /** Asked when what is shown is there. */
  readonly after: readonly Question[];
}

const ask = (document: DocumentNode, variables: object = {}): Question => ({
  body: JSON.stringify({ query: print(document), variables }),
  unmovedBy: unmovedBy(document),
});

const name = ask(InventoryNameDocument);
const day = { asOf: null, rulePack: null };
const traced = { ...day, dataClass: 'laboratory', audience: null, channel: null };
const paths = { status: null, undocumented: null, incomplete: null, first: 20, after: null };

/** Makes the workshop that all are in; answers with its `id`. */
export const newWorkshop =
  'mutation { createWorkshop(input: { name: "Together", heldOn: "2026-11-30", topics: [] }) { ok workshop { id } } }';

const trace: Questions = {
  shown: ask(TraceDocument, { ...traced, part: null }),
  beside: [name, ask(FilterChoicesDocument), ask(InspectDocument, { concept: 'SYSTEM', id: 'lis' })],
  after: [ask(TracePathsDocument, { ...traced, ...paths, part: 'laboratory' })],
};
const picture = { around: [], hops: 1, expand: [], show: [], hide: [], dataClass: null, asOf: null };
const map: Questions = {
  shown: ask(MapPictureDocument, { input: picture }),
  beside: [name, ask(MapClassesDocument)],
  after: [],
};
const matrix: Questions = {
  shown: ask(CoverageDocument, { ...day, filter: {} }),
  beside: [name, ask(CoverageChoicesDocument)],
  after: [],
};
const findings: Questions = {
  shown: ask(FindingsDocument, { asOf: null, filter: {}, sort: 'LEVEL', first: 100, after: null }),
  beside: [name, ask(FindingFacetsDocument, { asOf: null, filter: {} })],
  after: [],
};
/** Home tells what was changed last: of the example, up to here. */
const home: Questions = {
  shown: ask(HomeDocument, { after: null }),
  beside: [name, ask(RecordSetBoardDocument), ask(AttentionDocument)],
  after: [ask(RecentChangesDocument, { after: 0 })],
};

/** How many scripted pages of a workshop are on which screen, and what each asks: with the three in browsers, thirty. Most follow who presents. */
const screens: readonly { readonly page: string; readonly count: number; readonly questions: Questions }[] = [
  { page: 'trace', count: 18, questions: trace },
  { page: 'map', count: 3, questions: map },
  { page: 'matrix', count: 2, questions: matrix },
  { page: 'findings', count: 2, questions: findings },
  { page: 'home', count: 2, questions: home },
];

/** The scripted pages of a workshop. On every screen is what was said in it. */
export const livePages = (workshop: string): typeof screens => {
  const said = ask(WorkshopNowDocument, { id: workshop });
  return screens.map(({ questions, ...each }) => ({
    ...each,
    questions: { ...questions, beside: [...questions.beside, said] },
  }));
};
