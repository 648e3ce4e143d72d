import { NO_CONSEQUENCES } from '../../usecases/drafts/consequences.ts';
import { readDraft } from '../../usecases/drafts/read.ts';
import { textToExamine } from '../../usecases/office/text-workshop.ts';
import { isClosed } from '../../workflow/draft.ts';
import { consequencesJson } from '../drafts/consequences-json.ts';
import { draftId, workflowContent } from '../drafts/draft-route.ts';
import { JSON_TYPE } from '../exchange.ts';
import { placeProblems } from '../problem-groups.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /api/v1/drafts/{id}/consequences`: what publishing it now would do to what is published. */
export function readDraftConsequences(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/drafts/{id}/consequences',
    operation: 'readDraftConsequences',
    summary: {
      zh: '现在发布这份草稿会怎样：会暂停哪些版本，超过哪些县的数值',
      en: 'What publishing a draft now would do: versions that are suspended, and counties’ figures that it goes beyond',
    },
    description: {
      zh: '每次按现在已发布的各版本计算：提交之后才发布的也在内，提交时的提示（warnings、overtakes）则不再变。发布时带上 digest，其间若有变化则不发布。',
      en: 'Worked out at every request from what is published by then, also after the submission, whose own `warnings` and `overtakes` stay as they were. A publication that brings the `digest` is refused where any of this has changed meanwhile.',
    },
    scope: 'draft.read',
    parameters: [draftId],
    contents: [workflowContent('draftConsequences')],
    headers: ['Content-Language'],
    problems: ['hidden', 'draftTextDamaged', 'draftInvalid', 'overloaded', ...placeProblems],
    handle: async ({ identity, parameters, language }) => {
      const { held, text } = await readDraft(service.office, identity, parameters.id ?? '');
      const asked = textToExamine(service.office, held.row, text);
      const body = isClosed(held.row)
        ? JSON.stringify(consequencesJson(NO_CONSEQUENCES, language))
        : await service.ofText({ kind: 'consequences', asked, language });
      const headers = { 'Content-Language': language, Vary: 'Accept-Language', 'Cache-Control': 'no-store' };
      return { status: 200, type: JSON_TYPE, body, headers };
    },
  };
}
