import type { Message } from '../index.ts';

/** Words for folders of rules and for the data store. */
export const store = {
  // reading a folder of rules
  fileUnreadable: { message: '"{file}" cannot be read: {reason}', help: 'check the path and the right to read it' },
  textNotUtf8: { message: '"{file}" is not UTF-8', help: 'save the file as UTF-8' },
  textKindUnknown: {
    message: '"{file}" is of kind "{kind}", which is not known',
    help: 'the kinds are RuleSet, Override, Jurisdictions, TypicalClaims and Scenarios',
  },
  textNotUnderstood: {
    message: 'the text does not say what it is: "{part}" is missing or malformed',
    help: 'a text begins with kind, jurisdiction and effective, an override also with extends',
  },
  // publishing
  versionExists: {
    message: 'version {version} of {jurisdiction} has been published',
    help: 'what has been published never changes: use a new number',
  },
  versionMalformed: { message: '"{version}" is no version number', help: 'major.minor.patch, such as 1.2.0' },
  instantMalformed: { message: '"{at}" is no instant in UTC', help: 'such as 2019-06-01T08:00:00Z' },
  // the data folder
  folderInUse: {
    message: 'the data folder is in use by process {pid} ({file})',
    help: 'one process owns a data folder',
  },
  dataFolderEmpty: {
    message: 'nothing has been published in "{folder}"',
    help: 'start the service with this data folder once',
  },
  storeReadOnly: {
    message: 'the store is read-only now; nothing was written',
    help: 'a write to the disk failed: check the disk and start again',
  },
  storeClosed: { message: 'the store is closed' },
  storageFull: { message: 'the disk is full; nothing was written ({reason})', help: 'make room and try again' },
  storeFailed: { message: 'writing to the disk failed ({reason})', help: 'check the disk and start again' },
  recordsDamaged: { message: '"{file}" is damaged', help: 'restore the file from a backup' },
  recordsMissing: {
    message: '"{file}" is missing, though {texts} texts are there',
    help: 'restore the file from a backup',
  },
  textDamaged: {
    message: 'the text of {jurisdiction} {version} is damaged ({file}) and is not used',
    help: 'restore the file from a backup',
  },
  textForeign: {
    message: 'the text of another version stands in the place of {jurisdiction} {version} ({file}) and is not used',
    help: 'restore the file from a backup',
  },
  textUnreadable: {
    message: 'the text of {jurisdiction} {version} cannot be read ({file}) and is not used',
    help: 'check the disk and the right to read it',
  },
  textMissing: {
    message: 'the text of {jurisdiction} {version} is missing ({file})',
    help: 'restore the file from a backup',
  },
} as const satisfies Record<string, Message>;
