import { Button } from 'antd';
import { Link } from 'react-router';
import { type Task, useTaskCompletion, useTasks } from '../api/administration.ts';
import { useMatrix } from '../api/matrix.ts';
import { placeOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { mayWriteIn } from '../standards/county/may-write.ts';
import { ForSignedIn } from './signed-in.tsx';
import { WaitingDrafts } from './waiting-drafts.tsx';
import { administrationWords } from './words.ts';

/** What there is to do in the places that one works for: drafts that wait, and what the city's changes ask for. */
export function Tasks() {
  const words = useWords(administrationWords);
  return (
    <ForSignedIn title={words.tasks}>
      <TaskList />
    </ForSignedIn>
  );
}

function TaskList() {
  const words = useWords(administrationWords);
  const { data, error, refetch } = useTasks();
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <WaitingDrafts>{data.length === 0 ? <p>{words.noTasks}</p> : null}</WaitingDrafts>
      {data.map((task) => (
        <TaskPart key={task.id} task={task} />
      ))}
    </>
  );
}

function TaskPart({ task }: { readonly task: Task }) {
  const words = useWords(administrationWords);
  const { language } = useLanguage();
  const { data: places = [] } = usePlaces();
  const placeName = (code: string) => placeOf(places, code)?.name[language] ?? code;
  const { data: matrix } = useMatrix(null, task.jurisdiction);
  const nameOf = (id: string) => matrix?.standards.find((one) => one.id === id)?.label[language] ?? id;
  const complete = useTaskCompletion();
  const { data: session = null } = useSession();
  // Who goes on with it comes to its form; who only looks, to what it changes.
  const at = mayWriteIn(session, task.jurisdiction) ? '/drafts' : '/reviews';
  const what = words[task.kind](task.version);
  return (
    <section className="panel">
      <h2>
        {placeName(task.jurisdiction)} · {what}
      </h2>
      <p className="aside">
        {instantWords(task.createdAt)} · {words.cause(placeName(task.cause.jurisdiction), task.cause.version)}
      </p>
      {task.standards.length === 0 ? null : <p>{words.standardsOf(task.standards.map(nameOf).join(words.listed))}</p>}
      <p className="administration-acts">
        {task.draft === null ? null : <Link to={`${at}/${task.draft}`}>{words.draftReady}</Link>}
        <Link to={`/counties/${task.jurisdiction}/versions`}>{words.toVersions}</Link>
        {task.doneAt !== null ? (
          <span>{words.doneBy(task.doneBy ?? '')}</span>
        ) : (
          <Button
            size="small"
            aria-label={words.doneOf(what)}
            loading={complete.isPending}
            onClick={() => complete.mutate(task.id)}
          >
            {words.done}
          </Button>
        )}
      </p>
      {complete.error === null ? null : <Failure error={complete.error} />}
    </section>
  );
}
