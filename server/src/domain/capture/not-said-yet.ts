import { described } from './described.ts';
import { plainTimes } from './said-time.ts';

/** Returns the description that a thing gets for what is said besides; nothing where it says so already. Pure. */
export const notSaidYet = (
  { description }: { readonly description?: string },
  said: string | undefined,
): { readonly description?: string } =>
  said === undefined || plainText(description ?? '').includes(plainText(said)) ? {} : described(description, said);

/** Whether texts have a time or a remark in them already, whatever the marks between the words and the way units are written. Pure. */
export const hasSaid = (texts: readonly (string | undefined)[], said: string): boolean =>
  plainText(texts.join(' ')).includes(plainText(said));

const plainText = (text: string): string =>
  plainTimes(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
