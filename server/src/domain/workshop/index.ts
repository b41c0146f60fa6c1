export { outagesOf, stopsOf, topicsOf, type WalkthroughStop, type WorkshopTopic } from './agenda.ts';
export { itemsOf } from './items-of.ts';
export { jsonRecord, jsonRecords, listText, type JsonRecord } from './json-list.ts';
