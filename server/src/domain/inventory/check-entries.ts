import type { ConceptName } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { entityReferences } from './entity-references.ts';
import type { Entry } from './field-codecs.ts';
import { problemAt, type LocatedDocument } from './inventory-entries.ts';
import type { ProblemList, ValuePath } from './inventory-problem.ts';
import { nearestText } from './nearest-text.ts';

/** Adds (mutates) a problem for each id that a concept has twice. */
export const checkDuplicateIds = (documents: readonly LocatedDocument[], problems: ProblemList): void => {
  const firstByKey = new Map<string, LocatedDocument>();
  for (const located of documents) {
    const key = `${located.concept} ${located.document.id}`;
    const first = firstByKey.get(key);
    if (first === undefined) {
      firstByKey.set(key, located);
      continue;
    }
    problems.add(() =>
      problemAt(located, ['id'], {
        message: `the id "${located.document.id}" is already used at ${first.file.file}:${first.file.locate([...first.root, 'id']).line}`,
        mend: 'give one of the two another id, or merge them',
      }),
    );
  }
};

/** Adds (mutates) a problem for each reference to something that is neither in the folder nor in the inventory. `known` lists a concept's ids. */
export const checkReferences = (
  documents: readonly LocatedDocument[],
  isKnown: (concept: ConceptName, id: Id) => boolean,
  known: (concept: ConceptName) => Iterable<Id>,
  problems: ProblemList,
): void => {
  for (const located of documents) {
    for (const reference of entityReferences(located.concept, located.document)) {
      if (isKnown(reference.concept, reference.id)) continue;
      problems.add(() => {
        const near = nearestText(reference.id, known(reference.concept));
        return problemAt(located, reference.path, {
          message: `there is no ${conceptWords[reference.concept]} "${reference.id}"`,
          mend:
            near === undefined
              ? `add it to the folder, or name one that is there`
              : `write "${near}", or add "${reference.id}" to the folder`,
        });
      });
    }
  }
};

/** Adds (mutates) a problem for each fact that ends before it starts, links included, and for each class a list has twice. */
export const checkLifespansAndLinks = (documents: readonly LocatedDocument[], problems: ProblemList): void => {
  for (const located of documents) {
    checkLifespan(located, [], located.document, problems);
    for (const key of ['holds', 'carries', 'releases']) {
      const links = (located.document as unknown as Record<string, unknown>)[key];
      if (!Array.isArray(links)) continue;
      const seen = new Set<string>();
      links.forEach((link: Entry, index) => {
        checkLifespan(located, [key, index], link, problems);
        const identity = `${String(link['dataClass'])} ${String(link['role'])}`;
        if (seen.has(identity))
          problems.add(() =>
            problemAt(located, [key, index], {
              message: `the data class "${String(link['dataClass'])}" is listed twice in ${key}`,
              mend: 'keep one of the two',
            }),
          );
        seen.add(identity);
      });
    }
  }
};

/** What people call an entity of each concept. */
export const conceptWords: Readonly<Record<ConceptName, string>> = {
  Organization: 'organization',
  System: 'system',
  DataClass: 'data class',
  Flow: 'flow',
  Audience: 'audience',
  AccessChannel: 'access channel',
  Restriction: 'restriction',
  BasisClaim: 'claim',
  Evidence: 'evidence',
  ImportRun: 'import run',
  Observation: 'observation',
  FindingReview: 'finding review',
  Workshop: 'workshop',
  Scenario: 'scenario',
  Walkthrough: 'walkthrough',
  WorkshopItem: 'workshop item',
};

const checkLifespan = (located: LocatedDocument, path: ValuePath, life: Entry, problems: ProblemList): void => {
  const { startedOn, endedOn } = life;
  if (typeof startedOn !== 'string' || typeof endedOn !== 'string' || startedOn <= endedOn) return;
  problems.add(() =>
    problemAt(located, [...path, 'endedOn'], {
      message: `it ends on ${endedOn}, before it starts on ${startedOn}`,
      mend: 'put the later date in endedOn',
    }),
  );
};
