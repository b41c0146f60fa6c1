import type { PackException, RulePack } from './rule-pack.ts';

/** The exception of that id, or the parts of it that can be claimed by themselves (`EX-PRIV`: its four parts). Pure. */
export const exceptionsOf = (pack: RulePack, id: string): readonly PackException[] =>
  pack.exceptions.filter((exception) => exception.id === id || exception.id.startsWith(`${id}-`));
