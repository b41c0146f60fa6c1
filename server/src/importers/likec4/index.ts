import type { Importer } from '../importer.ts';
import { readModel } from './read-model.ts';
import { statementsOf, tokensOf } from './tokens.ts';

/** The importer of architecture models in the language of LikeC4. */
export const likeC4Importer: Importer = {
  kind: 'likec4',
  title: 'LikeC4 model (.c4, .likec4)',
  recognise: ({ head }) =>
    Promise.resolve(
      /\b(?:specification|model)\s{0,9}\{/.test(head) &&
        // Parts of a Structurizr workspace look alike.
        !/\b(?:workspace|softwareSystem)\b/i.test(head.slice(0, 8_192)) &&
        opensModel(head),
    ),
  read: readModel,
};

/** The first block is one of the language, and declares kinds, or has elements or relationships. */
const opensModel = (head: string): boolean => {
  let block = '';
  let count = 0;
  for (const { words, opens } of statementsOf(tokensOf(head).tokens)) {
    const [first, second, third] = words;
    count += 1;
    if (count > 60) return false;
    if (block === '') {
      if (first?.text === 'import') continue;
      if (!opens || !/^(?:specification|model)$/.test(first?.text ?? '') || words.length > 1) return false;
      block = first?.text ?? '';
    } else if (block === 'specification') {
      if (/^(?:element|relationship|tag|deploymentNode)$/.test(first?.text ?? '') && second?.kind === 'WORD')
        return true;
    } else if (
      words.some(({ kind }) => kind === 'ARROW') ||
      (first?.kind === 'WORD' && second?.kind === 'ASSIGN' && third?.kind === 'WORD') ||
      (first?.kind === 'WORD' && second?.kind === 'WORD' && words.length <= 6)
    )
      return true;
  }
  return false;
};
