export type { FoundName, MatchContext, NameMatch, Vocabulary } from './name-match.ts';
export { preparingNames } from './name-index.ts';
export { parseLine } from './parse-line.ts';
export type { Proposal, ProposedChange, ProposedName } from './proposal.ts';
export { knownNames, namesToSearch, propose } from './propose.ts';
export { longestLine } from './tokens.ts';
