import type { Token } from './tokens.ts';

const refusal =
  /^(?:refus(?:e|es|ed|ing)|fail(?:s|ed|ing)?|declin(?:e|es|ed|ing)|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|unable)$/;
const pasts = new Set(['formerly', 'previously']);
const exceptions = new Set(['except', 'excepting', 'excluding', 'only', 'but']);
/** What follows tells when something happens: "when the interface fails" is no refusal. */
const whens = new Set(['when', 'whenever', 'upon', 'after', 'if', 'until']);

/**
 * Returns why a line is none of what is so today, where it tells of what was, or of what something refuses or fails to do; `undefined` otherwise.
 * A quoted text is a name and none of these. Pure.
 */
export const whyNotSoNow = (tokens: readonly Token[]): string | undefined => {
  const when = tokens.findIndex(({ lower }, at) => at > 0 && whens.has(lower));
  const said = when === -1 ? tokens : tokens.slice(0, when);
  const used = said.findIndex(({ lower }, at) => lower === 'used' && said[at + 1]?.lower === 'to');
  const past = used === -1 ? said.find(({ lower }) => pasts.has(lower))?.text : 'used to';
  if (past !== undefined)
    return `"${past}" tells of what was, not of what is so today. If it is recorded, end it; otherwise say what is so now.`;
  const refused = said.find(({ lower }) => refusal.test(lower));
  return refused === undefined
    ? undefined
    : `"${refused.text}" says that something is not done, and what is not so is not recorded by itself. If something holds it back, say what and where: "Portal withholds radiology images from patients because …". If it is over, end what is recorded. A name with that word goes in quotes.`;
};

/** Returns why a line that makes an exception is not understood; `undefined` where it makes none. Pure. */
export const whyNotWhole = (tokens: readonly Token[]): string | undefined => {
  const exception = tokens.find(({ lower }) => exceptions.has(lower));
  return exception === undefined
    ? undefined
    : `"${exception.text}" makes an exception, which would be lost. Name what it is about, and say what is held back in a line of its own: "Portal withholds notes from patients". A name with that word goes in quotes.`;
};
