/** What a saved picture or table says of the what-if it is from. */
export interface SavedFacts {
  readonly name: string;
  readonly sentence: string;
  readonly asOf: string;
  readonly revision: number;
  /** What is supposed, line by line. */
  readonly supposed: readonly string[];
  /** How all of the page is looked at: with names hidden, for example. */
  readonly view: readonly string[];
}

/** The facts as lines: the day, the revision, the what-if's name, and what is supposed. Pure. */
export const factLines = ({ name, asOf, revision, supposed, view }: SavedFacts): readonly string[] => [
  `As of ${asOf}`,
  `Inventory revision ${revision}`,
  `What if: ${name}`,
  ...view,
  ...supposed.map((words) => `Supposed: ${words}`),
];

/** The beginning of a file's name. Pure. */
export const fileName = ({ name, asOf }: Pick<SavedFacts, 'name' | 'asOf'>): string =>
  `what-if-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40)}-${asOf}`;
