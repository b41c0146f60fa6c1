import { err, ok } from '../../domain/result.ts';
import { refused } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts, type HoldingFact } from '../facts/facts.ts';
import type { Importer, Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { counted, some } from '../tables/in-words.ts';
import { tableSigns } from '../signs/table-signs.ts';
import type { DescribedTable } from '../tables/described-table.ts';
import { mostTables } from '../tables/described-table.ts';
import { familyKey } from '../tables/table-name.ts';
import { isFileList, readFileList, type ListedFiles, type ListedTable } from './listed-files.ts';

/**
 * The importer of the list of files that an export really holds: one name a line, what `ls` or `unzip -l` print, or the header of each
 * file. Its tables have the same keys as those of the documentation, so that files that nobody documented can be seen.
 */
export const exportFileListImporter: Importer = {
  kind: 'export-file-list',
  title: 'List of the files in an EHI export (one name a line, or what "ls" or "unzip -l" print)',
  recognise: (artefact) => Promise.resolve(isFileList(artefact)),
  read: async (artefact, reading) => {
    const files = await readFileList(artefact);
    if (files.tables.length === 0 && files.documents.size === 0)
      return err(
        refused(artefact, 'MALFORMED', 'no name of a file is in it', 'list the files of the export, one name a line'),
      );
    return ok(listFacts(files, reading));
  },
};

const listFacts = (files: ListedFiles, { vocabulary, options }: Reading): ArtefactFacts => {
  const named = cleanText(options.systemName);
  const origin = cleanText(options.origin) ?? named ?? 'export';
  const isNamed = origin !== 'export';
  const scope = `ehi-export:${origin}`;
  const families = byFamily(files.tables);
  const signs = tableSigns(
    families.map((group) => described(group)),
    vocabulary,
  );
  const documents = [...files.documents].map(([ending, { count, pointer }]): HoldingFact => ({
    key: `documents:${ending}`,
    scope,
    name: `Documents (${ending})`,
    pointer,
    description: `${counted(count, 'file')} that ${count === 1 ? 'is no table' : 'are no tables'}. Names of such files can name patients and are not kept.`,
    system: 'self',
    role: 'COPY',
    format: ending,
    parts: [],
    classes: [],
  }));
  return {
    ...noFacts,
    kind: 'export-file-list',
    title: `List of the files in an export, ${counted(families.length, 'table')}${named === undefined ? '' : ` of ${named}`}`,
    grade: 'OBSERVED',
    origin,
    describes: {
      files: files.count,
      'logical tables': families.length,
      'files that are no tables': [...files.documents.values()].reduce((sum, { count }) => sum + count, 0),
    },
    covers: isNamed && files.left === 0 ? [scope] : [],
    systems: [
      {
        key: 'self',
        scope,
        name: named ?? 'the system the export comes from',
        pointer: 'the file',
        description: `An export of it has ${counted(files.count, 'file')}.`,
        isSelf: true,
        isUnresolved: false,
        identifiers: [],
        certainty: named === undefined ? 'POSSIBLE' : 'LIKELY',
      },
    ],
    holdings: [...families.map((group, index) => holding(group, scope, signs[index]?.classes ?? [])), ...documents],
    cannotTell: [
      {
        subject: 'rows',
        reason: 'a list of files does not show whether a file has rows, or rows of which patients',
        candidates: [],
      },
    ],
    warnings: [
      ...(isNamed
        ? []
        : [
            'The list does not say which system was exported. Name the system when you import it, as in the documentation.',
          ]),
      ...(files.left === 0
        ? []
        : [
            `${counted(files.left, 'file')} of the list ${files.left === 1 ? 'is' : 'are'} left out: at most ${mostTables} tables are kept.`,
          ]),
      ...(files.unread === 0
        ? []
        : [
            `${counted(files.unread, 'line')} ${files.unread === 1 ? 'names' : 'name'} no file and ${files.unread === 1 ? 'was' : 'were'} passed over.`,
          ]),
    ],
  };
};

const byFamily = (tables: readonly ListedTable[]): readonly (readonly ListedTable[])[] => {
  const groups = new Map<string, ListedTable[]>();
  for (const table of tables) {
    const key = familyKey(table.name);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [table]);
    else known.push(table);
  }
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
  );
};

const described = (group: readonly ListedTable[]): DescribedTable => ({
  name: group[0]?.name ?? '',
  pointer: group[0]?.pointer ?? '',
  columns: [...new Set(group.flatMap(({ columns }) => columns))].map((name) => ({ name })),
});

const holding = (group: readonly ListedTable[], scope: string, classes: HoldingFact['classes']): HoldingFact => {
  const { name, pointer, columns } = described(group);
  const names = group.map((each) => each.name);
  const files = group.reduce((sum, { files: count }) => sum + count, 0);
  return {
    key: `table:${familyKey(name)}`,
    scope,
    name,
    pointer,
    description:
      group.length === 1
        ? `${counted(files, 'file')} of the export.`
        : `One logical table in ${group.length} parts: ${some(names, 20)}.`,
    system: 'self',
    role: 'COPY',
    ...(group[0]?.ending === undefined ? {} : { format: group[0].ending }),
    parts: columns.map((column) => ({ ...column, classes: [] })),
    classes,
  };
};
