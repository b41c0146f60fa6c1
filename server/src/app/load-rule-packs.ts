import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueInvalid, CatalogueProblem, Catalogues } from '../domain/catalogue/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { applyOverlay, parseRulePack, type RulePack } from '../domain/verdict/index.ts';
import { placeOf, readYamlFile } from './read-yaml-file.ts';

/** The rule packs, each complete: a proposal has the rest of the pack it overlays. `standard` is the newest one in force. */
export interface RulePacks {
  readonly packs: readonly RulePack[];
  readonly standard: RulePack;
}

/** The pack of that id; the newest in force where there is none, or no id. Pure. */
export const packById = ({ packs, standard }: RulePacks, id: string | undefined): RulePack =>
  packs.find((pack) => pack.id === id) ?? standard;

/**
 * The rule packs of a `schema` folder, by file name. Error: `CatalogueInvalid`, each problem with file, line, column and path;
 * one bad pack and none is loaded.
 */
export const loadRulePacks = async (
  schemaFolder: string,
  catalogues: Catalogues,
): Promise<Result<RulePacks, CatalogueInvalid>> => {
  const folder = join(schemaFolder, 'rule-packs');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).toSorted();
  const problems: CatalogueProblem[] = [];
  const packs: RulePack[] = [];
  for (const file of files) {
    const read = await readYamlFile(join(folder, file));
    if (!read.ok) {
      problems.push(...read.error.map((problem) => ({ file, path: [], ...problem })));
      continue;
    }
    const parsed = parseRulePack(read.value.document.toJS() as unknown, catalogues);
    if (parsed.ok) packs.push(parsed.value);
    else problems.push(...parsed.error.problems.map((each) => ({ file, ...each, ...placeOf(each.path, read.value) })));
  }
  const whole = packs.map((pack) => {
    if (pack.overlays === undefined) return pack;
    const base = packs.find(({ id }) => id === pack.overlays);
    if (base !== undefined) return applyOverlay(base, pack);
    problems.push({
      file: 'rule-packs',
      path: [],
      message: `${pack.id} overlays ${pack.overlays}, which is not there`,
    });
    return pack;
  });
  const standard = whole
    .filter(({ status }) => status === 'IN_FORCE')
    .toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))[0];
  if (problems.length === 0 && standard !== undefined) return ok({ packs: whole, standard });
  if (standard === undefined && problems.length === 0) {
    problems.push({ file: 'rule-packs', path: [], message: `no rule pack in force is in ${folder}` });
  }
  return err({ type: 'CatalogueInvalid', problems });
};
