import { err, ok, type Result } from '../../domain/result.ts';
import { modelFacts } from '../architecture/model-facts.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { redact } from '../redact.ts';
import { createWordMatcher } from '../signs/class-signs.ts';
import { counted } from '../tables/in-words.ts';
import { parseModel, type LikeC4File } from './parse-model.ts';
import { tokensOf } from './tokens.ts';

/** How long a model may be, in characters and in words. */
const longest = 4 * 1024 * 1024;
const mostTokens = 1_000_000;

/** Returns the systems and flows of a file of a model. Errors: a text or brace that is not closed, or too large. */
export const readModel = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const text = await artefact.wholeText();
  if (!text.ok) return text;
  const tooLarge = err(
    refused(artefact, 'TOO_LARGE', 'the model has more than 4 MiB or a million words', 'import its files one by one'),
  );
  if (text.value.length > longest) return tooLarge;
  const { tokens, unclosed } = tokensOf(text.value);
  if (tokens.length > mostTokens) return tooLarge;
  const broken = (message: string, line: number) =>
    err(
      refused(artefact, 'MALFORMED', message, 'check the file with the tool it was written for', { line, column: 1 }),
    );
  if (unclosed !== undefined) return broken('a text has no closing quote', unclosed);
  const model = parseModel(tokens);
  if (model.unbalanced !== undefined) return broken('a brace is not closed, or closed twice', model.unbalanced);
  const name = options.origin ?? cleanText(artefact.name.replace(/\.(?:c4|likec4|like-c4)$/i, '')) ?? 'model';
  const scope = `likec4:${name}`;
  const facts = modelFacts(model, scope, createWordMatcher(vocabulary));
  const isWhole = model.hasSpecification && model.hasModel && model.unknown.length === 0 && model.left === 0;
  return ok({
    ...noFacts,
    kind: 'likec4',
    title: `LikeC4 model "${name}", ${counted(facts.systems.length, 'system')}`,
    grade: 'DOCUMENTED',
    origin: name,
    describes: {
      systems: facts.systems.length,
      elements: model.elements.size,
      relationships: model.relations.length + model.unknown.length,
    },
    // Several files form one model: one that needs others does not have everything.
    covers: isWhole ? [scope] : [],
    ...facts,
    cannotTell: [
      {
        subject: 'what is a system',
        reason:
          'the language has no kinds of its own: the outermost elements are taken for systems, unless their kind says otherwise',
        candidates: [],
      },
    ],
    warnings: warningsOf(model),
  });
};

const mostTold = 20;

const warningsOf = ({ unknown, left, elements, hasModel }: LikeC4File): readonly string[] => [
  ...(elements.size === 0
    ? [
        `The file ${hasModel ? 'has no elements' : 'has no model, only kinds or pictures'}: import the files of the same model that have them, put together as one.`,
      ]
    : []),
  ...unknown
    .slice(0, mostTold)
    .map(
      ({ name, line }) =>
        `Line ${line} names "${redact(cleanText(name) ?? '').slice(0, 120)}", which is not in this file, and is left out. Several files form one model: import them put together as one.`,
    ),
  ...(unknown.length > mostTold
    ? [`${unknown.length - mostTold} more lines name something that is not in this file.`]
    : []),
  ...(left > 0 ? [`${left} elements or relationships were too many and are left out.`] : []),
];
