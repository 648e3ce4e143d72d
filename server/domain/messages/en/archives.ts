import type { Message } from '../index.ts';

/** Words for exports, imports, backups, and looking at the audit trail. */
export const archives = {
  helpExport: { message: 'exports all published versions with their records into an empty folder' },
  helpImport: { message: 'takes an export into a data folder without versions' },
  helpBackup: { message: 'copies the data folder into an empty one, also while the service runs' },
  helpRestore: { message: 'makes a data folder of a backup and checks every digest' },
  helpAudit: { message: 'checks the audit trail: dixian audit verify' },
  helpHead: { message: 'an end of the trail that was noted earlier, as LINES:sha256:…; told where it does not fit' },
  helpChecksum: { message: 'the checksum shown by the export; refused where it does not fit' },
  exported: {
    message:
      '{versions} versions exported to {folder}\nchecksum {checksum}\nend of the audit trail {head}\nKeep both elsewhere.',
  },
  imported: { message: '{versions} versions taken in from {folder}\nend of the audit trail {head}' },
  backupMade: {
    message:
      'backup made in {folder}: {versions} versions, {drafts} draft texts\nend of the audit trail {head}\nKeep this line elsewhere; restore takes it as --head.',
  },
  restored: {
    message: 'restored to {folder}: {versions} versions, {drafts} draft texts\nend of the audit trail {head}',
  },
  auditWhole: { message: 'the audit trail is whole, {lines} lines\nend {head}' },
  auditWholeAndMore: {
    message:
      'The audit trail is whole; lines: {lines}\nIts end: {head}\nBeyond it stand {beyondBytes} bytes (whole lines: {beyondLines}) that do not count: a service is writing them, or a crash broke them off (the next start cuts them off)',
  },
  auditAction: { message: 'there is no action "{given}"', help: 'dixian audit verify' },
  auditHeadMalformed: { message: '"{given}" is no end of a trail', help: 'LINES:sha256: and 64 hex digits' },
  headNotReached: {
    message: 'the trail has {found} lines; line {lines}, which was noted earlier, is not there',
    help: 'this is an older copy, or its end was cut: use a newer backup',
  },
  headOther: {
    message: 'line {lines} of the trail is another than was noted earlier',
    help: "this is another place's trail, or all of it was written anew",
  },
  archiveNotEmpty: { message: '"{folder}" is not empty', help: 'a folder that is empty or not there yet' },
  archiveNested: {
    message: '"{inner}" is within "{outer}"',
    help: 'a data folder and its copy are never one within the other: name a folder outside',
  },
  archiveFileMissing: { message: '"{file}" is missing', help: 'use a complete copy' },
  archiveFileForeign: {
    message: '"{file}" does not belong here, or is no ordinary file',
    help: 'take it away, or use a complete copy',
  },
  archiveFileTooLarge: { message: '"{file}" has more than {limit} bytes', help: 'use a complete copy' },
  archiveFileDamaged: { message: '"{file}" does not fit its digest', help: 'use a complete copy' },
  exportDamaged: { message: '"{file}" is incomplete, was changed, or has no checksum', help: 'export again' },
  exportOther: {
    message: 'another checksum: {given} was given, the file has {found}',
    help: 'make sure that this is the export that was made',
  },
  importNotEmpty: {
    message: '{versions} versions are here already',
    help: 'an import goes into a data folder without versions',
  },
  recordContradicts: {
    message: 'the record of {jurisdiction} {version} contradicts its text ({field})',
    help: 'export again',
  },
} as const satisfies Record<string, Message>;
