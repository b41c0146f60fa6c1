import { canonicalJson } from '../canonical-json.ts';
import { toAnswers, toLinks, type Link } from '../documents/to-rows.ts';
import type { AnswerWriteRow } from '../queries/links/answers.ts';
import type { LinkName } from '../queries/links/index.ts';
import type { LinkPairRow, LinkWriteRow } from '../queries/link-rows.ts';
import type { ChangedEntity } from './plan-commit.ts';

/** What to take away and what to make, so that the stored relationships become those of the new documents. */
export interface LinkChanges {
  readonly removed: ReadonlyMap<LinkName, readonly LinkPairRow[]>;
  readonly created: ReadonlyMap<LinkName, readonly LinkWriteRow[]>;
  readonly removedAnswers: readonly string[];
  readonly createdAnswers: readonly AnswerWriteRow[];
}

/**
 * The difference between the relationships stored now and those of the documents to come. An answer of a claim that
 * says something else, or has other evidence, is made anew with its evidence. Pure.
 */
export const linkChanges = (entities: readonly ChangedEntity[]): LinkChanges => {
  const removed = new Map<LinkName, LinkPairRow[]>();
  const created = new Map<LinkName, LinkWriteRow[]>();
  const removedAnswers: string[] = [];
  const createdAnswers: AnswerWriteRow[] = [];
  for (const { concept, before, after } of entities) {
    const oldLinks = before ? toLinks(concept, before) : [];
    const newLinks = toLinks(concept, after);
    const oldAnswers = answersById(before ? toAnswers(concept, before) : [], oldLinks);
    const newAnswers = answersById(toAnswers(concept, after), newLinks);
    const goneAnswers = new Set<string>();
    for (const [id, { text }] of oldAnswers) if (newAnswers.get(id)?.text !== text) goneAnswers.add(id);
    removedAnswers.push(...goneAnswers);
    for (const [id, { row, text }] of newAnswers) if (oldAnswers.get(id)?.text !== text) createdAnswers.push(row);

    // Taking an answer's node away takes its relationships along: they are neither there to remove nor to keep.
    const oldBundles = bundle(oldLinks.filter((one) => !goneAnswers.has(one.row.owner)));
    const newBundles = bundle(newLinks);
    for (const [key, { link, pair, text }] of oldBundles) {
      if (newBundles.get(key)?.text !== text) pushAll(removed, link, [pair]);
    }
    for (const [key, { link, rows, text }] of newBundles) {
      if (oldBundles.get(key)?.text !== text) pushAll(created, link, rows);
    }
  }
  return { removed, created, removedAnswers, createdAnswers };
};

/** All the links of one kind between two nodes: replaced together, since nothing else tells two of them apart. */
interface Bundle {
  readonly link: LinkName;
  readonly pair: LinkPairRow;
  readonly rows: readonly LinkWriteRow[];
  readonly text: string;
}

const bundle = (links: readonly Link[]): ReadonlyMap<string, Bundle> => {
  const groups = new Map<string, [Link, ...Link[]]>();
  for (const one of links) {
    const key = `${one.link} ${one.row.owner} ${one.row.target}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const bundles = new Map<string, Bundle>();
  for (const [key, group] of groups) {
    const [{ link, row }] = group;
    const rows = group.map((one) => one.row);
    const text = rows
      .map((one) => canonicalJson(one.props))
      .toSorted()
      .join();
    bundles.set(key, { link, pair: { owner: row.owner, target: row.target }, rows, text });
  }
  return bundles;
};

/** Each answer by its node's id, with a text of all that it says and rests on. */
const answersById = (answers: readonly AnswerWriteRow[], links: readonly Link[]) => {
  const evidence = new Map<string, LinkWriteRow[]>();
  for (const { link, row } of links) if (link === 'evidenced-by') pushAll(evidence, row.owner, [row]);
  return new Map(
    answers.map((row) => {
      const id = String(row.node['id']);
      return [id, { row, text: canonicalJson([row, evidence.get(id) ?? []]) }];
    }),
  );
};

/** Adds to the list of a key, making it when there is none; mutates `lists`. */
const pushAll = <K, T>(lists: Map<K, T[]>, key: K, items: readonly T[]): void => {
  const list = lists.get(key) ?? [];
  for (const item of items) list.push(item);
  lists.set(key, list);
};
