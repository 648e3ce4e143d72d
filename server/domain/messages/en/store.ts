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
  // publishing at the first start
  rulesNotPublished: {
    message: 'The rules in {folder} have errors (see above; {errors} in all): nothing was published, nothing written',
    help: 'correct these files, then run this again (dixian validate checks them before)',
  },
  rulesPublishedWarnings: { message: 'The rules in {folder} have warnings ({warnings}); dixian validate tells them' },
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
  folderMaybeInUse: {
    message:
      'a lock ({file}) was left by another container, or is not to be read; whether a process still uses the data folder cannot be told',
    help: 'make sure that none does, remove the file and start again',
  },
  dataFolderEmpty: {
    message: 'nothing has been published in "{folder}"',
    help: 'start the service with this data folder once',
  },
  storeReadOnly: {
    message: 'the store is read-only now; nothing was written',
    help: 'a write to the disk failed: check the disk and start again',
  },
  auditFailed: {
    message: 'the audit trail cannot be written; nothing was done',
    help: 'check the disk, then try again',
  },
  storeClosed: { message: 'the store is closed' },
  storageFull: { message: 'the disk is full; nothing was written ({reason})', help: 'make room and try again' },
  storeFailed: { message: 'writing to the disk failed ({reason})', help: 'check the disk and start again' },
  storeForbidden: {
    message: 'the account that runs this may not write "{file}" ({reason})',
    help: 'check its owner, its rights and how it is mounted, or use an account that may write it',
  },
  storeBusy: { message: 'too many writes are waiting; nothing was written', help: 'try again in {seconds} s' },
  storeStalled: {
    message: 'the disk has not answered for {seconds} s; whether it was written is not known',
    help: 'check the disk, start again and look',
  },
  deskDamaged: { message: '"{file}" is damaged', help: 'restore the file from a backup' },
  deskMissing: {
    message: '"{file}" is missing, though {texts} texts or an audit trail are there',
    help: 'restore the whole data folder from a backup',
  },
  deskBehind: {
    message: 'several acts follow line {lines} of "{file}", where desk.json ends: desk.json is an old one',
    help: 'restore the whole data folder from one backup',
  },
  deskRowForeign: {
    message: '"{file}" has been edited: row "{id}" of {table} is not as the audit trail says that it was left',
    help: 'restore the whole data folder from a backup, and find out who changed it',
  },
  auditDamaged: {
    message: 'the audit trail "{file}" has been changed from line {line} on',
    help: 'restore the whole data folder from a backup, and find out who changed it',
  },
  auditCut: {
    message: 'the end of the audit trail "{file}" is missing, from line {line} on',
    help: 'restore the whole data folder from a backup, and find out why',
  },
  auditAdded: {
    message: 'the audit trail "{file}" has been added to: from line {line} on it does not follow the line before',
    help: 'find out who changed it; the first {lines} lines are whole: keep a copy of the file, and only these lines in it, to start',
  },
  textBesideDamaged: { message: '"{file}" is damaged or missing', help: 'restore the file from a backup' },
  draftTextDamaged: {
    message: 'the draft text "{file}" is damaged or missing',
    help: 'restore the file from a backup',
  },
  // acts
  stateMoved: { message: 'this has moved on meanwhile', help: 'read it again and try again' },
  selfApproval: {
    message: '{by} wrote a part of this draft and may not approve it',
    help: 'somebody who wrote none of it approves',
  },
  selfPublication: {
    message: '{by} wrote a part of this draft and may not publish it',
    help: 'a reviewer who wrote none of it publishes',
  },
  notApproved: { message: 'nobody has approved this text', help: 'somebody who wrote none of it approves first' },
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
