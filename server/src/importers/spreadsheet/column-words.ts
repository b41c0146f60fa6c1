import type { ColumnTarget } from './targets.ts';

/** The titles a column usually has. */
export interface ColumnWords {
  readonly target: ColumnTarget;
  /** Completes "usually means …". */
  readonly means: string;
  /** Whole titles in lower case, the surest first. Where two columns could be the same thing, the one that comes first here is. */
  readonly titles: readonly string[];
  /** Words that are enough within a longer title. */
  readonly within: readonly string[];
}

/** Titles of columns in lists of systems: this project's own reading of such lists, always a proposal that a person can change. */
export const systemColumnWords: readonly ColumnWords[] = [
  {
    target: 'system.name',
    means: 'the name of the system',
    titles:
      'application name|app name|system name|name of application|name of system|name of the application|name of the system|application|app|system|it system|software name|solution name|asset name|ci name|configuration item|solution|software|platform name|platform|application title|name|title'.split(
        '|',
      ),
    within: ['application name', 'system name', 'app name'],
  },
  {
    target: 'system.vendor',
    means: 'who makes the system',
    titles:
      'vendor|vendor name|manufacturer|supplier|supplier name|software vendor|publisher|developer|vendor supplier'.split(
        '|',
      ),
    within: ['vendor', 'manufacturer', 'supplier'],
  },
  {
    target: 'system.product',
    means: 'the product',
    titles: 'product|product name|software product|product suite|suite|module|module name|package'.split('|'),
    within: ['product name'],
  },
  {
    target: 'system.version',
    means: 'the version',
    titles: 'version|current version|software version|version number|release|build'.split('|'),
    within: ['version'],
  },
  {
    target: 'system.kind',
    means: 'the kind of system',
    titles:
      'system type|application type|app type|system kind|kind of system|type of system|kind|type|system category|application category|app category|category|business function|function|functional area|capability|domain|classification'.split(
        '|',
      ),
    within: ['system type', 'application type', 'system category', 'application category'],
  },
  {
    target: 'system.organization',
    means: 'the organization or site',
    titles:
      'organization|organisation|organization name|facility|facility name|hospital|site|business unit|legal entity|entity|division|company|location'.split(
        '|',
      ),
    within: ['organization', 'organisation', 'facility'],
  },
  {
    target: 'system.custodian',
    means: 'who is responsible for the system',
    titles:
      'custodian|data custodian|record custodian|system owner|application owner|business owner|owner|data owner|data steward|steward|it owner|technical owner|service owner|owning department|responsible department|department|dept|owner department|support group|support team|managed by|responsible|responsible person|product owner'.split(
        '|',
      ),
    within: ['owner', 'custodian', 'steward', 'department'],
  },
  {
    target: 'system.lifecycle',
    means: 'where the system is in its life',
    titles:
      'lifecycle|life cycle|lifecycle status|life cycle status|lifecycle stage|lifecycle phase|system status|application status|status|state|stage|phase|operational status'.split(
        '|',
      ),
    within: ['lifecycle', 'life cycle'],
  },
  {
    target: 'system.description',
    means: 'a description',
    titles:
      'description|system description|application description|purpose|summary|business purpose|comments|comment|notes|note|remarks|remark|details|business process|business processes|processes'.split(
        '|',
      ),
    within: ['description', 'purpose', 'comments', 'notes'],
  },
  {
    target: 'system.identifier',
    means: 'an address or number it is known by',
    titles:
      'identifier|identifiers|application id|app id|system id|asset id|ci id|cmdb id|inventory number|hostname|host name|host|server name|server|servers|fqdn|url|base url|address|ip address|ip|endpoint|ae title|aet|acronym|abbreviation|short name|alias|aliases|code|id'.split(
        '|',
      ),
    within: ['hostname', 'server name', 'ae title', 'ip address', 'url'],
  },
  {
    target: 'system.hosting',
    means: 'where it runs',
    titles:
      'hosting|hosting model|hosting type|hosted|hosted by|hosting location|deployment|deployment model|deployment type|environment|infrastructure|cloud|cloud on premises|cloud or on premises|on premises|on prem|saas|data center'.split(
        '|',
      ),
    within: ['hosting', 'hosted', 'deployment'],
  },
  {
    target: 'system.classes',
    means: 'the data it holds',
    titles:
      'data classes|data class|data held|data it holds|data stored|ehi held|ehi|ehi classes|ehi types|data types|data type|data categories|data category|information held|record types|phi elements|phi types|phi|data elements|data|contains|contents'.split(
        '|',
      ),
    within: ['data held', 'data stored', 'data classes', 'data types', 'data categories', 'data elements'],
  },
];

/** Titles of columns in lists of interfaces and data flows. */
export const flowColumnWords: readonly ColumnWords[] = [
  {
    target: 'flow.from',
    means: 'the system that sends',
    titles:
      'source system|source application|sending system|sending application|from system|from application|source app|source name|sender|origin system|origin application|originating system|upstream system|producer|source|from|sending|upstream|origin|src|msh 3'.split(
        '|',
      ),
    within: [
      'source system',
      'source application',
      'sending system',
      'sending application',
      'from system',
      'from application',
      'originating system',
      'upstream system',
    ],
  },
  {
    target: 'flow.to',
    means: 'the system that receives',
    titles:
      'destination system|destination application|target system|target application|receiving system|receiving application|to system|to application|target app|destination app|target name|destination name|receiver|recipient|downstream system|consumer|subscriber|destination|target|to|receiving|downstream|dest|msh 5'.split(
        '|',
      ),
    within: [
      'destination system',
      'destination application',
      'target system',
      'target application',
      'receiving system',
      'receiving application',
      'to system',
      'to application',
      'downstream system',
    ],
  },
  {
    target: 'flow.name',
    means: 'the name of the interface or flow',
    titles:
      'interface name|interface|flow name|data flow name|data flow|dataflow|flow|feed name|feed|integration name|integration|connection name|connection|name|title|link'.split(
        '|',
      ),
    within: ['interface name', 'flow name', 'feed name', 'integration name'],
  },
  {
    target: 'flow.protocol',
    means: 'how the data is sent',
    titles:
      'protocol|transport protocol|transport|transfer protocol|transfer method|transport method|integration method|method|mechanism|connection type|connectivity|interface type|integration type|message standard|standard|message format|data format|file format|format|technology|type'.split(
        '|',
      ),
    within: ['protocol', 'transport', 'message standard', 'message format'],
  },
  {
    target: 'flow.trigger',
    means: 'what starts it',
    titles: 'trigger|triggers|trigger event|trigger events|event|events|event type|initiated by|triggered by'.split(
      '|',
    ),
    within: ['trigger'],
  },
  {
    target: 'flow.schedule',
    means: 'when it runs',
    titles:
      'schedule|frequency|run frequency|transfer frequency|timing|interval|periodicity|cadence|how often|run time|batch or real time|real time or batch'.split(
        '|',
      ),
    within: ['schedule', 'frequency'],
  },
  {
    target: 'flow.classes',
    means: 'the data it carries',
    titles:
      'data classes|data class|data exchanged|data sent|data transferred|data carried|data shared|information exchanged|data types|data type|data categories|data category|data elements|data description|message types|message type|hl7 message types|hl7 message type|messages|message|transaction types|transaction type|transactions|transaction|payload|content|contents|ehi|phi|data|information'.split(
        '|',
      ),
    within: [
      'data classes',
      'data exchanged',
      'data sent',
      'data transferred',
      'data types',
      'data elements',
      'message type',
      'message types',
      'transaction type',
    ],
  },
  {
    target: 'flow.engineRef',
    means: 'what the interface engine calls it',
    titles:
      'channel name|engine channel|channel|engine name of interface|engine reference|engine ref|thread name|thread|route name|route|interface code|interface id|interface number|interface no|channel id|connection id|flow id|feed id|integration id|id'.split(
        '|',
      ),
    within: ['channel name', 'thread name', 'interface id'],
  },
  {
    target: 'flow.description',
    means: 'a description',
    titles:
      'description|interface description|flow description|purpose|business purpose|summary|comments|comment|notes|note|remarks|remark|details|interface engine|integration engine|engine|middleware'.split(
        '|',
      ),
    within: ['description', 'purpose', 'comments', 'notes'],
  },
  {
    target: 'flow.active',
    means: 'whether it is in use',
    titles:
      'active|is active|active yn|active y n|active inactive|enabled|is enabled|in use|live|in production|production status|interface status|flow status|status|state'.split(
        '|',
      ),
    within: ['interface status', 'active', 'enabled'],
  },
  {
    target: 'flow.filter',
    means: 'what is filtered out',
    titles:
      'filter|filters|filtering|filter rule|filter rules|filter criteria|filter conditions|filter description|exclusions|exclusion|exclusion criteria|excluded data|data excluded|excluded|suppression|suppressed|suppressions|data withheld|withheld|restrictions|not sent'.split(
        '|',
      ),
    within: ['filter', 'filters', 'excluded', 'exclusion', 'exclusions', 'suppressed', 'withheld'],
  },
  {
    target: 'flow.direction',
    means: 'whether it goes one way or both',
    titles:
      'direction|data direction|flow direction|interface direction|directionality|bidirectional|one way or two way'.split(
        '|',
      ),
    within: ['direction'],
  },
];

/** Words in a title of a column that is not read, with why. They go before every title above, but for whole titles. */
export const unreadColumnWords: readonly { readonly words: readonly string[]; readonly why: string }[] = [
  {
    words: 'email|e mail|mail|phone|telephone|tel|mobile|cell phone|pager|fax number|contact|contacts'.split('|'),
    why: 'contact details of people are not read',
  },
  {
    words: 'password|passwd|pwd|secret|token|credential|credentials|api key|login|user name|username'.split('|'),
    why: 'credentials are not read',
  },
  {
    words: 'cost|costs|price|budget|license|licenses|licence|contract|invoice|spend|renewal'.split('|'),
    why: 'what it costs is not read',
  },
  {
    words: 'date|count|volume|number of|no of|go live|last|users|criticality|tier|rto|rpo|risk|score|priority'.split(
      '|',
    ),
    why: 'it is not part of the inventory',
  },
];
