import type { Importer } from '../importer.ts';
import { readWorkspace } from './read-workspace.ts';
import { statementsOf } from './statements.ts';
import { tokensOf } from './tokens.ts';

/** The importer of architecture models in the Structurizr DSL. */
export const structurizrImporter: Importer = {
  kind: 'structurizr',
  title: 'Structurizr DSL workspace',
  recognise: ({ head }) =>
    Promise.resolve(
      /\bworkspace\b/i.test(head) &&
        /\b(?:model|views)\s{0,9}\{|softwareSystem\b|!include\b|!identifiers\b|\bextends\b/i.test(head) &&
        opensWorkspace(head),
    ),
  read: readWorkspace,
};

/** The first statement opens a workspace; comments, constants and the like may stand before it. */
const opensWorkspace = (head: string): boolean => {
  for (const { words, opens } of statementsOf(tokensOf(head).tokens)) {
    const [first] = words;
    if (first?.kind === 'WORD' && first.text.startsWith('!') && !opens) continue;
    return first?.kind === 'WORD' && first.text.toLowerCase() === 'workspace' && opens;
  }
  return false;
};
