import type { Task as TaskAnswer } from '../../../schemas/generated/documents.ts';
import { inShort } from '../../rulesets/words.ts';
import type { Held } from '../../store/desk.ts';
import { reviewsFor } from '../../usecases/reviews.ts';
import { completeTask } from '../../usecases/tasks/complete.ts';
import { listTasks } from '../../usecases/tasks/list.ts';
import type { Task } from '../../workflow/task.ts';
import { draftJson } from '../drafts/draft-json.ts';
import { taskId, workflowContent } from '../drafts/draft-route.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { cursor, limit } from '../parameters.ts';
import { writeProblems } from '../problem-groups.ts';
import type { Parameter, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { nextPage } from './reading.ts';

const open: Parameter = {
  name: 'open',
  in: 'query',
  required: false,
  description: { zh: 'true：只列未办的', en: 'true: only those that are not done' },
  schema: { type: 'string', enum: ['true', 'false'] },
  problems: ['parameterNotBoolean'],
  check: (text) =>
    text === 'true' || text === 'false' ? null : { code: 'parameterNotBoolean', args: { value: inShort(text) } },
};

/** `GET /api/v1/reviews`: what waits for the one who asks. */
export function listReviews(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/reviews',
    operation: 'listReviews',
    summary: { zh: '等我批准或发布的草稿', en: 'Drafts that wait for the approval or publication of the one who asks' },
    scope: 'draft.read',
    parameters: [limit, cursor],
    contents: [workflowContent('reviews')],
    headers: ['Link', 'Content-Language'],
    problems: [],
    handle: async ({ identity, parameters, language }) => {
      const { items, next } = await reviewsFor(service.office, identity, parameters);
      const telling = { language, now: service.office.now() };
      const told = items.map(({ held, waitsFor, as }) => ({ draft: draftJson(held, telling), waitsFor, as }));
      const headers = { ...nextPage('/api/v1/reviews', next, parameters.limit), 'Content-Language': language };
      const body = writeJson({ items: told, next });
      return { status: 200, type: JSON_TYPE, body, headers: { ...headers, Vary: 'Accept-Language' } };
    },
  };
}

/** `GET /api/v1/tasks`: tasks of the places that one works for. */
export function listAllTasks(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/tasks',
    operation: 'listTasks',
    summary: { zh: '所在地区的待办，新的在前', en: 'Tasks of the places that one works for, the newest first' },
    scope: 'task.read',
    parameters: [open, limit, cursor],
    contents: [workflowContent('tasks')],
    headers: ['Link'],
    problems: [],
    handle: async ({ identity, parameters }) => {
      const { open: only, ...page } = parameters;
      const { items, next } = await listTasks(service.office, identity, { ...page, open: only === 'true' });
      const headers = nextPage('/api/v1/tasks', next, parameters.limit);
      return { status: 200, type: JSON_TYPE, body: writeJson({ items: items.map(taskJson), next }), headers };
    },
  };
}

/** `POST /api/v1/tasks/{id}/completion`: says that it has been seen to. */
export function completeTasks(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/tasks/{id}/completion',
    operation: 'completeTask',
    summary: { zh: '待办已办', en: 'Says that a task has been seen to' },
    scope: 'task.close',
    parameters: [taskId],
    contents: [workflowContent('task')],
    problems: [...writeProblems, 'hidden', 'taskDone'],
    handle: async ({ identity, parameters }) => {
      const held = await completeTask(service.office, identity, parameters.id ?? '');
      return { status: 200, type: JSON_TYPE, body: writeJson(taskJson(held)) };
    },
  };
}

function taskJson({ id, row }: Held<Task>): TaskAnswer {
  return { id, ...row, for: [...row.for], standards: [...row.standards] };
}
