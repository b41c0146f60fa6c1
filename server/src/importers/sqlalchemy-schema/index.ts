import { err, ok } from '../../domain/result.ts';
import { refused } from '../artefact/artefact.ts';
import { schemaFacts } from '../database-schema/schema-facts.ts';
import type { Importer } from '../importer.ts';
import { readModels } from './read-models.ts';

/** The importer of database schemas that are written as SQLAlchemy models. The Python is read, never run. */
export const sqlAlchemyImporter: Importer = {
  kind: 'sqlalchemy',
  title: 'SQLAlchemy models (Python source)',
  recognise: ({ head }) =>
    Promise.resolve(
      /(?:^|\n)\s*(?:from\s+sqlalchemy\b|import\s+sqlalchemy\b|from\s+flask_sqlalchemy\b)/.test(head) &&
        !/^\s*[<{[]/.test(head),
    ),
  read: async (artefact, reading) => {
    const text = await artefact.wholeText();
    if (!text.ok) return text;
    const built = readModels(text.value);
    if (built.tables.length === 0)
      return err(
        refused(
          artefact,
          'MALFORMED',
          'no table is in it',
          'give the file with the models: Table(…), or classes with __tablename__',
        ),
      );
    return ok({
      ...schemaFacts(
        {
          built,
          format: 'SQLAlchemy models',
          // Models are spread over files, and a database has tables that no model names.
          gaps: ['models do not have every table of a database'],
          warnings: [],
        },
        reading,
      ),
      kind: 'sqlalchemy',
    });
  },
};
