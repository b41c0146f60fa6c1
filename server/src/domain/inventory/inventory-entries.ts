import type { ConceptName } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { Entry, EntryContext } from './field-codecs.ts';
import { entryToDocument } from './concept-codecs.ts';
import type { InventoryDocument } from './inventory-documents.ts';
import { conceptByFileKind, type InventoryFile } from './inventory-files.ts';
import { formatPath, type InventoryProblem, type ValuePath } from './inventory-problem.ts';

/** An entry of a file with its document: what the checks across files look at. */
export interface LocatedDocument<C extends ConceptName = ConceptName> {
  readonly concept: C;
  readonly document: InventoryDocument<C>;
  readonly file: InventoryFile;
  readonly root: ValuePath;
}

/** Returns the documents of one file, without the entries its schema refused; `[]` for the manifest and for an unreadable file. */
export const fileDocuments = (file: InventoryFile, context: EntryContext): readonly LocatedDocument[] => {
  if (file.kind === 'manifest' || file.value === undefined) return [];
  const concept = conceptByFileKind[file.kind];
  return fileEntries(file).flatMap(({ entry, index, root }) =>
    file.invalid.has(index) ? [] : [{ concept, document: entryToDocument(concept, entry, context), file, root }],
  );
};

/** Returns every id a file states, also those of entries its schema refused: a reference to one of them is not dangling. */
export const fileIds = (file: InventoryFile): readonly Id[] =>
  fileEntries(file).flatMap(({ entry }) => (typeof entry['id'] === 'string' ? [entry['id']] : []));

/** Returns a problem at a place in an entry. */
export const problemAt = (
  located: { readonly file: InventoryFile; readonly root: ValuePath },
  path: ValuePath,
  text: { readonly message: string; readonly mend: string },
): InventoryProblem => {
  const full = [...located.root, ...path];
  return { file: located.file.file, ...located.file.locate(full), path: formatPath(full), ...text };
};

const fileEntries = (
  file: InventoryFile,
): readonly { readonly entry: Entry; readonly index: number; readonly root: ValuePath }[] => {
  if (file.kind === 'manifest') return [];
  if (file.kind === 'system') return isEntry(file.value) ? [{ entry: file.value, index: 0, root: [] }] : [];
  if (!Array.isArray(file.value)) return [];
  return file.value.flatMap((entry: unknown, index) => (isEntry(entry) ? [{ entry, index, root: [index] }] : []));
};

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
