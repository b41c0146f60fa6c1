import { checkDataClasses } from '../domain/inventory/check-data-classes.ts';
import { checkLifespansAndLinks } from '../domain/inventory/check-entries.ts';
import type { LocatedDocument } from '../domain/inventory/inventory-entries.ts';
import { createProblemList } from '../domain/inventory/inventory-problem.ts';
import type { BasisClaim, DataClass } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { EntityDocument } from './build-document.ts';
import type { WritableConcept } from './entity-fields.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/**
 * Returns what is wrong with a whole document, or `undefined`: ends before it starts, a class listed twice, a claim without
 * ground. The same checks as for an inventory folder. Pure and total.
 */
export const checkDocument = <C extends WritableConcept>(
  concept: C,
  document: EntityDocument<C>,
): InputInvalid | undefined => {
  if (concept === 'BasisClaim') {
    const { exception, lawCitation } = document as unknown as BasisClaim;
    if (exception === undefined && lawCitation === undefined) {
      return inputInvalid('exception', 'A claim needs its ground: give an exception, or the citation of a law.');
    }
  }
  const problems = createProblemList(1);
  checkLifespansAndLinks([locate(concept, document)], problems);
  return firstProblem(problems);
};

/** Returns what is wrong with a data class among the others: part of itself, or of a level that does not fit above or below. */
export const checkDataClassTree = (
  document: EntityDocument<'DataClass'>,
  graph: EhiGraph,
): InputInvalid | undefined => {
  const problems = createProblemList(1);
  const parts = [...graph.DataClass.values()].filter((part: DataClass) => part.partOf === document.id);
  checkDataClasses(
    [document, ...parts].map((each) => locate('DataClass', each) as LocatedDocument<'DataClass'>),
    (id) => graph.DataClass.get(id),
    problems,
  );
  return firstProblem(problems);
};

/** The checks of a folder ask for a place in a file; an input has one place only. */
const locate = <C extends WritableConcept>(concept: C, document: EntityDocument<C>): LocatedDocument => ({
  concept,
  document: document as unknown as LocatedDocument['document'],
  file: {
    file: 'input',
    kind: 'manifest',
    value: undefined,
    invalid: new Set(),
    locate: () => ({ line: 1, column: 1 }),
  },
  root: [],
});

const firstProblem = (problems: ReturnType<typeof createProblemList>): InputInvalid | undefined => {
  const problem = problems.toError()?.problems[0];
  if (problem === undefined) return undefined;
  return inputInvalid(problem.path, `${sentence(problem.message)} To mend it: ${problem.mend}.`);
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
