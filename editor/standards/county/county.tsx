import { Button } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { beginDraft } from '../../api/drafts.ts';
import { useEffectiveRules } from '../../api/effective.ts';
import { useMatrix } from '../../api/matrix.ts';
import { useOneAtATime } from '../../api/one-at-a-time.ts';
import { placeOf, usePlaces } from '../../api/places.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DateChoice } from '../../shell/date-choice.tsx';
import { Failure } from '../../shell/failure.tsx';
import { NoRules } from '../../shell/no-rules.tsx';
import { usePlaceInTitle } from '../../shell/place-in-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { shellWords } from '../../shell/words.ts';
import { standardsWords } from '../words.ts';
import { CountyDrafts } from './county-drafts.tsx';
import { CountyTables } from './county-tables.tsx';
import { mayReadDrafts, mayWriteIn } from './may-write.ts';
import { NoSuchCounty } from './no-such-county.tsx';
import '../standards.css';

/** `/counties/:code`: a county's standards beside the city's floor on a date, or the city's own, its drafts, and a way to begin one. */
export function County() {
  const { code = '' } = useParams();
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const shell = useWords(shellWords);
  const goTo = useNavigate();
  const [choice, setChoice] = useSearchParams();
  usePlaceInTitle(code);
  const chooseDay = (date: string) => setChoice({ date }, { replace: true });
  const { data: known } = usePlaces();
  const places = known ?? [];
  const date = choice.get('date');
  const { data: session } = useSession();
  const effective = useEffectiveRules(code, date);
  const matrix = useMatrix(effective.data?.date ?? date, code);
  const begin = useOneAtATime({
    mutationFn: () => beginDraft(code, date, language),
    onSuccess: ({ id }) => goTo(`/drafts/${id}`),
  });
  const error = effective.error ?? matrix.error;
  if (error !== null && known !== undefined && placeOf(known, code) === undefined)
    return <NoSuchCounty code={code} known={known} />;
  if (error !== null)
    return (
      <>
        <h1>{words.title(placeOf(places, code)?.name[language] ?? code)}</h1>
        <div className="choices">
          <DateChoice value={date ?? ''} choose={chooseDay} />
        </div>
        <NoRules
          error={error}
          code={code}
          date={date}
          choose={chooseDay}
          again={() => void Promise.all([effective.refetch(), matrix.refetch()])}
        />
      </>
    );
  if (effective.data === undefined || matrix.data === undefined || session === undefined) return <Waiting />;
  const { data } = effective;
  const { version, base } = data.ruleSet;
  const mayWrite = mayWriteIn(session, code);
  return (
    <>
      <div className="standards-bar">
        <h1>{words.title(data.name[language])}</h1>
        {mayWrite ? (
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
            {words.begin}
          </Button>
        ) : null}
      </div>
      {begin.error === null ? null : <Failure error={begin.error} />}
      <p className="aside">
        {data.chosen ? words.nearest(data.date) : words.asOf(data.date)}
        {shell.between}
        {matrix.data.city.code === code
          ? words.cityVersion(base.version ?? '')
          : version === null
            ? words.noVersion(base.version ?? '')
            : words.version(version, base.version ?? '')}
        {mayWrite ? null : `${shell.between}${words.readOnly}`}
      </p>
      <div className="choices">
        <DateChoice value={data.date} choose={chooseDay} />
      </div>
      {mayReadDrafts(session) ? <CountyDrafts code={code} mayWrite={mayWrite} /> : null}
      <CountyTables matrix={matrix.data} effective={data} code={code} />
    </>
  );
}
