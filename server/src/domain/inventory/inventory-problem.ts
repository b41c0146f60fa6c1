/** A place inside a value: keys and positions from the root, `[]` for the root itself. */
export type ValuePath = readonly (string | number)[];

/** A place in a text: both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in an inventory folder: where, what, and how to mend it. `line` and `column` are 1 when the whole file is meant. */
export interface InventoryProblem extends TextPosition {
  readonly file: string;
  readonly path: string;
  readonly message: string;
  readonly mend: string;
}

/** A folder that cannot be loaded: the first problems in file order and how many there are in all. Nothing was written. */
export interface InventoryInvalid {
  readonly type: 'InventoryInvalid';
  readonly problems: readonly InventoryProblem[];
  readonly total: number;
}

/** How many problems one answer spells out; the rest are counted. */
export const problemLimit = 50;

/** Problems found so far: `add` mutates it. It keeps the first `problemLimit`, counts all, and never builds what it will not keep. */
export interface ProblemList {
  readonly add: (problem: () => InventoryProblem) => void;
  readonly addUnlisted: (count: number) => void;
  readonly toError: () => InventoryInvalid | undefined;
}

/** Returns an empty problem list. */
export const createProblemList = (limit: number = problemLimit): ProblemList => {
  const problems: InventoryProblem[] = [];
  let total = 0;
  return {
    add: (problem) => {
      total += 1;
      if (problems.length < limit) problems.push(problem());
    },
    addUnlisted: (count) => {
      total += count;
    },
    toError: () => (total === 0 ? undefined : { type: 'InventoryInvalid', problems, total }),
  };
};

/** Returns a path as people write it: `[3].holds[0].class`; empty for the root. */
export const formatPath = (path: ValuePath): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** Returns a problem as one line: `flows.yaml:12:9 [3].to: no such system "x". Mend: …` */
export const formatProblem = (problem: InventoryProblem): string =>
  `${problem.file}:${problem.line}:${problem.column}${problem.path === '' ? '' : ` ${problem.path}`}: ${problem.message}. Mend: ${problem.mend}.`;
