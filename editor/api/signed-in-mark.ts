/** Under which this browser keeps that somebody has signed in from it, and its pages tell each other of it. */
const KEPT_AS = 'dixian.signedIn';

/** By which the pages of this browser tell each other; a page does not hear itself by it. */
let others: BroadcastChannel | null = null;

/**
 * Whether somebody has signed in from this browser and has not left since. The session's cookie is out of reach of scripts;
 * without this mark every visitor's page would have to ask who is signed in, and the browser's console would show the no as an
 * error. True where the browser keeps nothing, so that the service is asked.
 */
export function isMarkedSignedIn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== null;
  } catch {
    return true;
  }
}

/** Keeps, for all pages of this browser, that somebody has signed in, or that nobody is any more, and tells those that are open. */
export function markSignedIn(is: boolean): void {
  try {
    if (is) localStorage.setItem(KEPT_AS, '1');
    else localStorage.removeItem(KEPT_AS);
  } catch {
    // A browser that keeps nothing has its pages ask.
  }
  channel().postMessage(is);
}

/** Calls whenever another page of this browser has signed somebody in or out, until what is answered is called. */
export function whenMarkedElsewhere(heard: () => void): () => void {
  const told = channel();
  told.addEventListener('message', heard);
  return () => told.removeEventListener('message', heard);
}

function channel(): BroadcastChannel {
  others ??= new BroadcastChannel(KEPT_AS);
  return others;
}
