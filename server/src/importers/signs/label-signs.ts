import type { ClassSign } from '../facts/facts.ts';
import { signsOfLabel, type WordMatcher } from './class-signs.ts';

const protocol =
  /\b(HL7(?: ?v?[23](?:\.\d){0,2})?|FHIR(?: (?:R\d\w?|DSTU2|STU3))?|DICOM(?: ?web)?|SFTP|FTPS?|HTTPS?|REST|SOAP|GraphQL|MLLP|JDBC|ODBC|C-?CDA|CDA|X12|EDI|NCPDP|SCRIPT|AS2|TCP(?:\/IP)?|Kafka|AMQP|MQTT|SQL|API|SMTP|VPN|fax)\b/i;
const protocols = new RegExp(protocol.source, 'gi');

/** Words that say how something goes, and not what. */
const manner =
  /\b(?:via|over|using|per|by|with|from|to|and|or|the|a|an|in|on|of|for|messages?|interfaces?|feeds?|data|calls?|requests?|responses?|uses?|using|sends?|gets?|reads?|writes?|reads?|makes|queries|query|pushes|pulls|transfers?|sync(?:s|hroni[sz]es)?|files?|nightly|daily|hourly|weekly|monthly|batch|real.?time|secure|encrypted|port|v?\d[\d.]*)\b/gi;

/** Returns the first protocol a label names, as it is written; `undefined` for none. */
export const protocolOfLabel = (label: string): string | undefined => protocol.exec(label)?.[1];

/**
 * Returns what the label of an arrow says it carries. A label that says only how something goes, `HL7 v2 over SFTP`, says nothing of what:
 * no sign. One with other words than the catalogue's gives its name, to be looked for in the inventory.
 */
export const carriedByLabel = (matcher: WordMatcher, label: string, pointer: string): readonly ClassSign[] => {
  if (matcher.signsIn(label).length === 0) {
    const rest = label.replace(protocols, ' ').replace(manner, ' ');
    if (!/\p{L}{3}/u.test(rest)) return [];
  }
  return signsOfLabel(matcher, label.slice(0, 200), pointer);
};
