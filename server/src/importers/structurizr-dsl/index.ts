import type { Importer } from '../importer.ts';
import { readWorkspace } from './read-workspace.ts';

/** The importer of architecture models in the Structurizr DSL. */
export const structurizrImporter: Importer = {
  kind: 'structurizr',
  title: 'Structurizr DSL workspace',
  recognise: ({ head }) =>
    Promise.resolve(
      /(?:^|\n)\s*workspace\b[^\n{]{0,400}\{/.test(head) &&
        /\b(?:model|views)\s*\{|softwareSystem\b|!include\b|!identifiers\b/i.test(head),
    ),
  read: readWorkspace,
};
