import { useEffect, useState } from 'react';

/** The secret of the link that opened the page: what stands after its #, which no server ever sees; taken off the address at once. */
export function useLinkSecret(): string {
  const [secret] = useState(() => location.hash.slice(1));
  // Not while it is drawn: a drawing that is given up on a busy machine would take the secret with it.
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return secret;
}
