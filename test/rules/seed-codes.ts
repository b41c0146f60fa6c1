import { parse } from 'yaml';
import { entryById, referenceClass, type Catalogues } from '../../server/src/domain/catalogue/index.ts';
import { projectFiles } from './project-files.ts';

/** A code in a seed that no catalogue knows. `place` is the file and the entry's id. */
export interface UnknownCode {
  readonly place: string;
  readonly field: string;
  readonly code: string;
}

type Entry = Readonly<Record<string, unknown>>;

/** The files of one inventory folder by name within the folder (`systems/ehr.yaml`), parsed. */
export type InventoryFolder = ReadonlyMap<string, unknown>;

/** Every inventory in `seeds/`, by folder name: each folder but the lists of planted defects, complete or not. */
export const seedInventories = (): ReadonlyMap<string, InventoryFolder> => {
  const yaml = projectFiles('seeds', (path) => path.endsWith('.yaml') && !path.startsWith('seeds/planted/'));
  const folders = [...new Set(yaml.map(({ path }) => path.split('/')[1] ?? ''))];
  return new Map(
    folders.map((folder) => {
      const start = `seeds/${folder}/`;
      const files = yaml.filter(({ path }) => path.startsWith(start));
      return [folder, new Map(files.map(({ path, content }) => [path.slice(start.length), parse(content) as unknown]))];
    }),
  );
};

const entriesOf = (value: unknown): readonly Entry[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (entry): entry is Entry => typeof entry === 'object' && entry !== null,
  );

const codesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** Every catalogue code in one inventory folder that the catalogues do not know; `[]` when all of them exist. */
export const unknownCodes = (folder: InventoryFolder, catalogues: Catalogues): readonly UnknownCode[] => {
  const ownAudiences = entriesOf(folder.get('audiences.yaml') ?? []).map((entry) => String(entry['id']));
  const isIn = (list: readonly { readonly id: string }[]) => (code: string) => entryById(list, code) !== undefined;
  const isAudience = (code: string): boolean => isIn(catalogues.audiences)(code) || ownAudiences.includes(code);
  const isPurpose = isIn(catalogues.purposes);

  const fieldsOf = (file: string): Readonly<Record<string, (code: string) => boolean>> => {
    if (file.startsWith('systems/')) return { kind: isIn(catalogues.systemKinds) };
    switch (file) {
      case 'organizations.yaml':
        return { actorRoles: isIn(catalogues.actors) };
      case 'channels.yaml':
        return { kind: isIn(catalogues.channels), for: isAudience };
      case 'restrictions.yaml':
        return { practice: isIn(catalogues.practices), audiences: isAudience, purposes: isPurpose };
      case 'claims.yaml':
        return { exception: isIn(catalogues.exceptions) };
      case 'data-classes.yaml':
        return {
          catalogue: (code) => referenceClass(catalogues, code) !== undefined,
          drsBranch: isIn(catalogues.drsBranches),
          overlays: isIn(catalogues.overlays),
          uscdi: isIn(catalogues.uscdi.versions),
        };
      default:
        return {};
    }
  };

  return [...folder].flatMap(([file, content]) =>
    Object.entries(fieldsOf(file)).flatMap(([field, isKnown]) =>
      entriesOf(content).flatMap((entry) =>
        codesOf(entry[field])
          .filter((code) => !isKnown(code))
          .map((code) => ({ place: `${file} ${String(entry['id'])}`, field, code })),
      ),
    ),
  );
};
