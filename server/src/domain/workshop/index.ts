export { outagesOf, stopsOf, topicsOf, type WalkthroughStop, type WorkshopTopic } from './agenda.ts';
export { burnDown, type BurnDownPoint } from './burn-down.ts';
export { itemsOf } from './items-of.ts';
export { jsonRecord, jsonRecords, listText, type JsonRecord } from './json-list.ts';
export { minutesOf, scenariosOf, type Minutes, type MinutesQuestion, type PictureFile } from './minutes.ts';
export {
  formatByExtension,
  minutesFile,
  minutesFormats,
  type MinutesFile,
  type MinutesFormat,
} from './minutes-file.ts';
export { isPageLink, isPlaceInPage, longestLink } from './page-link.ts';
export { parseWorkshopSource, sourceWords, workshopSource } from './source.ts';
export {
  countUnknowns,
  keptUnknowns,
  totalUnknown,
  unknownKinds,
  unknownWords,
  type UnknownCounts,
  type UnknownKind,
} from './unknowns.ts';
