/** Words of protocols, formats and ways of sending: whatever stands with them may be a name. */
const words = new Set(
  `hl7 v2 v2x v3 fhir r4 r5 stu3 us core smart bulk data consent cda c-cda ccda ccd r2 dicom dicomweb web wado qido stow mllp tcp ip ihe xca xds xdr xdm xcpd pix pdq mpi
  x12 837 837p 837i 835 270 271 276 277 278 275 edi ncpdp script direct secure messaging smtp e-mail email fax paper disc usb print mail pdf csv tsv xml json text flat file files batch
  sftp ftp ftps scp http https rest soap api web service services vendor odbc jdbc sql extract etl replication database query stream kafka amqp mqtt oauth openid connect cds hooks
  qrda ccow hie tefca qhin carin pdex omop edifact nightly upload download manual and or over by via with to of export import message messages
  adt oru orm oml rde ras rds vxu mdm siu dft bar mfn qbp rsp ack orl omg omp pex`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A trigger event, `R01` or `A01-A08`, or a version, `2.5.1`. */
const isEvent = (word: string): boolean => /^(?:[a-z]\d\d|\d+(?:\.\d+)*)$/.test(word);

/** Returns the words of a protocol up to the first that is none, `undefined` when it begins with none. Pure. */
export const knownProtocol = (protocol: string): string | undefined => {
  let end = 0;
  for (const { 0: word, index } of protocol.matchAll(/[\p{L}\p{N}.]+(?:-[\p{L}\p{N}.]+)*/gu)) {
    const parts = word.toLowerCase().split('-');
    const isKnown = words.has(word.toLowerCase()) || parts.every((part) => words.has(part) || isEvent(part));
    if (!isKnown) break;
    end = index + word.length;
  }
  return end === 0 ? undefined : protocol.slice(0, end);
};
