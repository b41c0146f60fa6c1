/** What a word in a list of systems says about the kind of a system. */
export interface SystemKindWords {
  /** Catalogue `system-kinds`. */
  readonly kind: string;
  /** Abbreviations and names of kinds. */
  readonly words: readonly string[];
  /** Products and makers that are known for this kind and hardly another. */
  readonly products: readonly string[];
  /** Words that say it only where they are all that stands in a column of kinds. */
  readonly alone?: readonly string[];
}

const kind = (id: string, words: string, products = '', alone = ''): SystemKindWords => ({
  kind: id,
  words: listed(words),
  products: listed(products),
  alone: listed(alone),
});

const listed = (text: string): readonly string[] => (text === '' ? [] : text.split('|'));

/** Abbreviations and products, besides the names of the catalogue: this project's own reading, LIKELY at best outside a column of kinds. */
export const systemKindWords: readonly SystemKindWords[] = [
  kind(
    'SYS-EHR',
    'ehr|emr|electronic health record|electronic medical record',
    'epiccare|powerchart|meditech expanse|openmrs|openemr|sunrise clinical manager',
    'clinical',
  ),
  kind('SYS-PORTAL', 'patient portal', 'mychart|followmyhealth|healthelife', 'portal'),
  kind(
    'SYS-LIS',
    'lis|lims|laboratory information|laboratory system|lab system',
    'beaker|sunquest|softlab|orchard harvest|openelis',
    'laboratory|lab',
  ),
  kind('SYS-AP', 'anatomic pathology|aplis|ap lis', 'copath|powerpath', 'pathology'),
  kind('SYS-MOL', 'molecular lab|molecular laboratory|molecular pathology'),
  kind('SYS-BB', 'blood bank|blood bank information|bbis', 'safetrace|softbank', 'transfusion'),
  kind('SYS-RIS', 'ris|radiology information', '', 'radiology'),
  kind('SYS-PACS', 'pacs|picture archiving', 'orthanc|dcm4chee', 'imaging archive'),
  kind('SYS-VNA', 'vna|vendor neutral archive'),
  kind('SYS-CVIS', 'cvis|cardiovascular information|cardiology information', '', 'cardiology'),
  kind('SYS-ECG', 'ecg management|ekg management|ecg system|ekg system', 'ge muse', 'ecg|ekg'),
  kind('SYS-PHARM', 'pharmacy system|pharmacy information', 'pyxis|omnicell', 'pharmacy'),
  kind('SYS-EMAR', 'emar|medication administration record'),
  kind('SYS-PUMP', 'infusion pump|smart pump|pump server', 'alaris'),
  kind('SYS-AIMS', 'aims|anesthesia information|anesthesia record', '', 'anesthesia'),
  kind('SYS-OB', 'fetal monitoring|perinatal system', 'obix'),
  kind('SYS-GATEWAY', 'device gateway|device integration|medical device gateway', 'capsule'),
  kind('SYS-OIS', 'ois|oncology information|radiation oncology system', 'mosaiq', 'oncology'),
  kind('SYS-ENDO', 'endoscopy system|endoscopy reporting', 'provation', 'endoscopy'),
  kind(
    'SYS-HIM',
    'document imaging|document management|enterprise content management|ecm',
    'onbase',
    'document management system|him',
  ),
  kind('SYS-ROI', 'release of information', '', 'roi'),
  kind('SYS-RCM', 'revenue cycle|patient accounting|billing system|rcm', '', 'billing|patient financials'),
  kind('SYS-CLRHS', 'clearinghouse|clearing house', 'availity'),
  kind('SYS-SCHED', 'scheduling system|appointment system', '', 'scheduling'),
  kind('SYS-REF', 'referral management', '', 'referrals'),
  kind('SYS-POPH', 'population health', 'healtheintent'),
  kind('SYS-EDW', 'edw|dwh|data warehouse|enterprise data warehouse', 'caboodle|clarity', 'warehouse'),
  kind('SYS-DLAKE', 'data lake'),
  kind('SYS-CRM', 'crm|customer relationship'),
  kind('SYS-CC', 'contact center|contact centre|call center'),
  kind('SYS-TELE', 'telehealth|telemedicine'),
  kind('SYS-RPM', 'rpm|remote patient monitoring|remote monitoring'),
  kind(
    'SYS-IE',
    'integration engine|interface engine|integration platform',
    'mirth|mirth connect|rhapsody|cloverleaf|corepoint|iguana|open integration engine',
    'integration|engine|middleware',
  ),
  kind('SYS-HIE', 'hie|health information exchange|hie gateway', '', 'exchange'),
  kind('SYS-ARCH', 'legacy archive|legacy system archive', '', 'archive'),
  kind('SYS-BH', 'behavioral health system|behavioural health system', '', 'behavioral health'),
  kind('SYS-CTMS', 'ctms|clinical trial management', 'oncore', 'research'),
  kind('SYS-ADT', 'adt system|patient administration|registration system|pas', '', 'adt|registration'),
  kind('SYS-EMPI', 'empi|mpi|master patient index|patient index'),
  kind('SYS-FHIR', 'fhir server|fhir api|api gateway', 'hapi fhir'),
  kind('SYS-DIRECT', 'direct messaging|hisp'),
  kind('SYS-FAX', 'fax server|fax gateway', 'rightfax', 'fax'),
  kind('SYS-SFTP', 'sftp server|ftp server|file transfer server|managed file transfer|mft', 'moveit', 'sftp|ftp'),
  kind('SYS-ERX', 'erx|e prescribing|eprescribing', 'surescripts'),
  kind('SYS-ED', 'edis|emergency department system|emergency department information', '', 'ed|emergency'),
  kind('SYS-ICU', 'critical care system|icu system|icu information', '', 'icu|critical care'),
  kind('SYS-OR', 'surgical information|operating room system|perioperative system', '', 'surgery|perioperative'),
  kind('SYS-REFLAB', 'reference lab|reference laboratory|send out lab', 'labcorp|quest diagnostics|arup'),
  kind('SYS-POCT', 'poct|point of care testing', 'radiometer aqure'),
  kind('SYS-MICRO', 'microbiology system|microbiology information', '', 'microbiology'),
  kind('SYS-DIGPATH', 'digital pathology|whole slide imaging'),
  kind('SYS-DENTAL', 'dental system|dental record', 'dentrix|axium', 'dental'),
  kind('SYS-EYE', 'ophthalmology system|eye care system', '', 'ophthalmology'),
  kind('SYS-DIAL', 'dialysis system', '', 'dialysis'),
  kind('SYS-DICT', 'dictation|transcription|ambient scribe|speech recognition', 'dragon medical'),
  kind('SYS-CDS', 'decision support|cds'),
  kind('SYS-CASEMGT', 'case management'),
  kind('SYS-CONSENT', 'consent management'),
  kind('SYS-INFCTL', 'infection surveillance|infection control'),
  kind('SYS-HOMECARE', 'home health|hospice'),
  kind('SYS-AUDIT', 'audit log|siem|security monitoring'),
  kind('SYS-IMGX', 'image exchange|image sharing'),
  kind('SYS-NUTR', 'nutrition system|dietary system', '', 'nutrition'),
  kind('SYS-SAFETY', 'incident reporting|peer review|event reporting'),
];
