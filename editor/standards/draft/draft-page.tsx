import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { readDraft } from '../../api/drafts.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { usePlaceInTitle } from '../../shell/place-in-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { DraftDesk } from './draft-desk.tsx';
import '../standards.css';

/** `/drafts/:id`: one draft, as a form and as text, with what it does beside. */
export function DraftPage() {
  const { id = '' } = useParams();
  const { language } = useLanguage();
  const { data: session } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', id, session?.staffNumber ?? null],
    // Read once: from then on the page keeps it, with what is typed.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => readDraft(id, language),
  });
  usePlaceInTitle(data?.jurisdiction);
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined || session === undefined) return <Waiting />;
  return <DraftDesk key={data.id} read={data} session={session} />;
}
