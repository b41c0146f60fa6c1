import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts, type Fact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { createWordMatcher } from '../signs/class-signs.ts';
import { counted } from '../tables/in-words.ts';
import { openPages } from './open-pages.ts';
import { pageFacts, scopeOf } from './page-facts.ts';

/** Returns the systems and flows of a drawing. Errors: not a drawing, or one that cannot be unpacked. */
export const readDiagram = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const opened = await openPages(artefact);
  if (!opened.ok) return opened;
  const { pages, warnings } = opened.value;
  if (pages.length === 0)
    return err(refused(artefact, 'MALFORMED', 'there is no page in the drawing', 'save the drawing again'));
  const matcher = createWordMatcher(vocabulary);
  const parts = pages.map((page) => pageFacts(page, matcher));
  const systems = byKey(parts.flatMap((part) => part.systems));
  const flows = byKey(parts.flatMap((part) => part.flows));
  const notes = byKey(parts.flatMap((part) => part.notes));
  return ok({
    ...noFacts,
    kind: 'drawio',
    title: `Drawing with ${counted(pages.length, 'page')}, ${systems.length} ${systems.length === 1 ? 'box' : 'boxes'} and ${counted(flows.length, 'arrow')}`,
    grade: 'DOCUMENTED',
    origin: options.origin ?? titleOf(artefact.name),
    describes: { pages: pages.length, boxes: systems.length, arrows: flows.length },
    covers: warnings.length === 0 ? [...new Set(pages.map(scopeOf))] : [],
    systems,
    flows,
    notes,
    cannotTell: [
      {
        subject: 'what is not drawn',
        reason: 'a drawing shows what somebody knew and had room for, on the day it was drawn',
        candidates: [],
      },
    ],
    warnings: [...warnings, ...parts.flatMap((part) => part.warnings)].slice(0, 200),
  });
};

/** A drawing has no name of its own, and its pages are often called "Page-1": two files must not end each other's boxes. */
const titleOf = (file: string): string =>
  cleanText(file.replace(/(?:\.(?:drawio|dio|xml|svg|txt))+$/i, '')) ?? 'drawing';

const byKey = <T extends Fact>(facts: readonly T[]): readonly T[] => {
  const first = new Map<string, T>();
  for (const fact of facts) if (!first.has(fact.key)) first.set(fact.key, fact);
  return [...first.values()];
};
