import type { MessagePort } from 'node:worker_threads';
import { WriteFailure } from './durable-write.ts';
import { StepFiles } from './step-files.ts';
import { syncFiles } from './sync-files.ts';
import type { WritingAnswer, WritingQuestion } from './writing-thread.ts';

/** What the thread that writes does: an act's steps whenever it is asked, until it is told to close. */
export function writeInThread(port: MessagePort): void {
  const files = new StepFiles(syncFiles);
  port.on('message', async (question: WritingQuestion) => {
    port.postMessage(await answerTo(files, question));
    if (question === 'close') port.close();
  });
}

async function answerTo(files: StepFiles, question: WritingQuestion): Promise<WritingAnswer> {
  try {
    if (question === 'close') await files.close();
    else await files.write(question);
    return { failure: null };
  } catch (cause) {
    // Anything else would be a fault of ours; what it left on disk is not known.
    const failure = cause instanceof WriteFailure ? cause : new WriteFailure(cause, { certain: false, flush: true });
    const { message, reason, path, certain, flush, done } = failure;
    return { failure: { message, reason, path, certain, flush, done } };
  }
}
