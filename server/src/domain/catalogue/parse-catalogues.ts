import { err, ok, type Result } from '../result.ts';
import { decodeAudience, decodeChannel, decodePurpose } from './access.ts';
import { catalogueFiles, type CatalogueInvalid, type CatalogueProblem, type Catalogues } from './catalogues.ts';
import { checkReferences } from './check-references.ts';
import { decodeDrsClass, decodeSystemKind, decodeUscdiClass, decodeUscdiVersion, type UscdiClass } from './data.ts';
import { listOf, record, text, textLike, type Decoder, type Report } from './decode.ts';
import { date, type CatalogueHeader } from './entry.ts';
import { decodeActor, decodeDrsBranch, decodeException, decodeRule } from './law.ts';
import { decodeOverlay, decodePractice, decodeStateLaw } from './practice.ts';
import { decodeSectionSign, decodeSegmentSign, decodeWordSign } from './sign.ts';
import { decodeSource, type Source } from './source.ts';

type FileName = (typeof catalogueFiles)[keyof typeof catalogueFiles];
type Identified = { readonly id: string };
type WholeFile<T> = CatalogueHeader & { readonly entries: readonly T[] };

/**
 * The reference data, from the parsed YAML of each file by file name. Error: `CatalogueInvalid` with every problem, each
 * with its file and path. References between entries are checked only once every file has the right shape.
 */
export const parseCatalogues = (files: ReadonlyMap<string, unknown>): Result<Catalogues, CatalogueInvalid> => {
  const problems: CatalogueProblem[] = [];
  const headers: CatalogueHeader[] = [];

  const read = <T, W extends WholeFile<T>>(
    file: FileName,
    decode: Decoder<W>,
    keyOf: (entry: T) => string,
  ): W | undefined => {
    const report: Report = (path, message) => void problems.push({ file, path, message });
    if (!files.has(file)) return void report([], 'this file is missing from the reference data');
    const whole = decode(files.get(file), [], report);
    if (whole === undefined) return undefined;
    if (whole.entries.length === 0) report(['entries'], 'expected at least one entry');
    reportTwins(whole.entries.map(keyOf), report);
    headers.push({ catalogue: whole.catalogue, version: whole.version, title: whole.title, note: whole.note });
    return whole;
  };
  const list = <T extends Identified>(file: FileName, entry: Decoder<T>): readonly T[] =>
    read(file, record(wholeFile(file, entry), {}), (one: T) => one.id)?.entries ?? [];

  const uscdiFile = { ...wholeFile(catalogueFiles.uscdi, decodeUscdiClass), versions: listOf(decodeUscdiVersion) };
  const uscdi = read(catalogueFiles.uscdi, record(uscdiFile, {}), (one: UscdiClass) => one.id);
  const sourceFile = wholeFile(catalogueFiles.sources, decodeSource);
  const sources = read(catalogueFiles.sources, record(sourceFile, {}), (one: Source) => one.cite);

  const catalogues: Catalogues = {
    headers,
    audiences: list(catalogueFiles.audiences, decodeAudience),
    purposes: list(catalogueFiles.purposes, decodePurpose),
    channels: list(catalogueFiles.channels, decodeChannel),
    actors: list(catalogueFiles.actors, decodeActor),
    drsBranches: list(catalogueFiles.drsBranches, decodeDrsBranch),
    rules: list(catalogueFiles.rules, decodeRule),
    exceptions: list(catalogueFiles.exceptions, decodeException),
    practices: list(catalogueFiles.practices, decodePractice),
    overlays: list(catalogueFiles.overlays, decodeOverlay),
    stateLaws: list(catalogueFiles.stateLaws, decodeStateLaw),
    systemKinds: list(catalogueFiles.systemKinds, decodeSystemKind),
    drsClasses: list(catalogueFiles.drsClasses, decodeDrsClass),
    uscdi: { versions: uscdi?.versions ?? [], classes: uscdi?.entries ?? [] },
    wordSigns: list(catalogueFiles.wordSigns, decodeWordSign),
    segmentSigns: list(catalogueFiles.segmentSigns, decodeSegmentSign),
    sectionSigns: list(catalogueFiles.sectionSigns, decodeSectionSign),
    sources: sources?.entries ?? [],
  };
  if (problems.length === 0) problems.push(...checkReferences(catalogues));
  return problems.length === 0 ? ok(catalogues) : err({ type: 'CatalogueInvalid', problems });
};

/** The fields of a whole file. Its own name stands in it, so that a file copied over another does not pass for it. */
const wholeFile = <T>(file: FileName, entry: Decoder<T>) => ({
  catalogue: textLike(new RegExp(`^${file.replace('.', String.raw`\.`)}$`), `this file's own name, ${file}`),
  version: date,
  title: text,
  note: text,
  entries: listOf(entry),
});

const reportTwins = (keys: readonly string[], report: Report): void => {
  const firstAt = new Map<string, number>();
  keys.forEach((key, i) => {
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, i);
    else report(['entries', i], `"${key}" is already entry ${first}; each stands once`);
  });
};
