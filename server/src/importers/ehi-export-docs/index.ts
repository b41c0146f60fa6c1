import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { maxWholeText, refused, type Artefact } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { isInformationSchema } from '../tables/dictionary-columns.ts';
import { counted, some } from '../tables/in-words.ts';
import { dictionaryTrouble, openDictionary, readDictionary, type OpenedDictionary } from '../tables/read-dictionary.ts';
import { createTableBuilder } from '../tables/table-builder.ts';
import { docsFacts, type ReadDocs } from './docs-facts.ts';
import { exportSign } from './export-sign.ts';
import { isJsonLines, readJsonLines } from './json-lines.ts';
import { addRow, addTable, tablesInJson } from './json-tables.ts';

export { exportFileListImporter } from './file-list.ts';

/** The importer of documentations of tables and columns: CSV, JSON and JSON Lines. */
export const ehiExportDocsImporter: Importer = {
  kind: 'ehi-export-docs',
  title: 'EHI export documentation or data dictionary (tables and columns as CSV, JSON or JSON Lines)',
  recognise: async (artefact) => (await formOf(artefact)) !== undefined,
  read: async (artefact, reading) => {
    const form = await formOf(artefact);
    const docs = await readForm(artefact, form);
    if (!docs.ok) return docs;
    if (docs.value.built.tables.length === 0)
      return err(
        refused(
          artefact,
          'MALFORMED',
          'no table is described in it',
          'export it with the name of the table in each row',
        ),
      );
    return ok(docsFacts(docs.value, reading));
  },
};

type Form =
  | { readonly as: 'JSON' }
  | { readonly as: 'JSON_LINES' }
  | { readonly as: 'CSV'; readonly dictionary: OpenedDictionary };

const formOf = async (artefact: Artefact): Promise<Form | undefined> => {
  const { head, encoding, bytes } = artefact;
  if (encoding === 'binary') return undefined;
  if (/^\s*[{[]/.test(head.slice(0, 2_000))) {
    if (isJsonLines(artefact)) return { as: 'JSON_LINES' };
    // Only what has the words of a dictionary is parsed to be looked at.
    if (
      !/"(?:columns|fields|attributes|elements|column|columnName|column_name|COLUMN_NAME|field|fieldName)"\s*:/.test(
        head,
      )
    )
      return undefined;
    if (/"(?:resourceType|eventTime|_schemaURL|fides_key)"\s*:/.test(head)) return undefined;
    if (bytes > maxWholeText) return { as: 'JSON' };
    const value = await artefact.json();
    // What is broken is of this kind when it begins as one.
    if (!value.ok)
      return /^\s*(?:\{\s*"(?:name|tables|table|tableName)"|\[\s*\{\s*"(?:name|table|tableName|table_name)")\s*:/.test(
        head,
      )
        ? { as: 'JSON' }
        : undefined;
    return tablesInJson(value.value) === undefined ? undefined : { as: 'JSON' };
  }
  const dictionary = await openDictionary(artefact);
  return dictionary === undefined || isInformationSchema(dictionary.titles) ? undefined : { as: 'CSV', dictionary };
};

const readForm = async (artefact: Artefact, form: Form | undefined): Promise<Result<ReadDocs, ArtefactRefused>> => {
  if (form?.as === 'JSON') return readJson(artefact);
  const builder = createTableBuilder();
  if (form?.as === 'JSON_LINES') {
    const { broken, others } = await readJsonLines(artefact, builder);
    return ok({
      built: builder.build(),
      format: 'JSON Lines',
      exportSign: exportSign(artefact),
      gaps: broken.length === 0 ? [] : ['some of its lines could not be read'],
      warnings: [
        ...(broken.length === 0
          ? []
          : [
              `${counted(broken.length, 'line')} ${broken.length === 1 ? 'is' : 'are'} no JSON or too long: line ${some(broken.map(String))}. Export the file again.`,
            ]),
        ...(others === 0
          ? []
          : [
              `${counted(others, 'line')} ${others === 1 ? 'defines' : 'define'} no table and ${others === 1 ? 'was' : 'were'} passed over.`,
            ]),
      ],
    });
  }
  const end = form === undefined ? undefined : await readDictionary(artefact, form.dictionary, builder, false);
  return ok({
    built: builder.build(),
    format: `CSV with ${separatorNames[form?.dictionary.delimiter ?? ','] ?? 'commas'}`,
    exportSign: exportSign(artefact, above(artefact.head, form?.dictionary.titleRow)),
    ...dictionaryTrouble(end),
  });
};

/** The lines above the titles of the columns. */
const above = (head: string, titleRow = 1): string => head.split(/\r\n|\r|\n/, titleRow - 1).join('\n');

const separatorNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const readJson = async (artefact: Artefact): Promise<Result<ReadDocs, ArtefactRefused>> => {
  if (artefact.bytes > maxWholeText)
    return err(
      refused(
        artefact,
        'TOO_LARGE',
        'one JSON document of more than 64 MiB is not read',
        'write it as JSON Lines, one table a line',
      ),
    );
  const value = await artefact.json();
  if (!value.ok) return value;
  const builder = createTableBuilder();
  const found = tablesInJson(value.value);
  for (const { value: table, pointer } of found?.tables ?? []) addTable(table, pointer, builder);
  for (const { value: row, pointer } of found?.rows ?? []) addRow(row, pointer, builder);
  const others = found?.others ?? 0;
  return ok({
    built: builder.build(),
    format: 'JSON',
    ...(found?.system === undefined ? {} : { system: found.system }),
    exportSign: exportSign(artefact, found?.title),
    gaps: [],
    warnings:
      others === 0
        ? []
        : [
            `${counted(others, 'member')} of the list ${others === 1 ? 'defines' : 'define'} no table and ${others === 1 ? 'was' : 'were'} passed over.`,
          ],
  });
};
