import { useEffect, useState } from 'react';

/**
 * The secret of the link that opened the page: what stands after its #, which no server ever sees. It is taken off the address
 * once the page is shown and not while it is drawn: a drawing may be given up and begun anew, which would find it gone.
 */
export function useLinkSecret(): string {
  const [secret] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return secret;
}
