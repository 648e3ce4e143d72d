import { useSession } from '../../api/session.ts';
import { ownCounty } from './may-write.ts';

/** The county of whoever looks, which stands before the others; null for who has none. */
export function useOwnCounty(): string | null {
  const { data: session = null } = useSession();
  return ownCounty(session);
}
