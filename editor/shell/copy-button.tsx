import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** A button that copies a text, and says for a moment that it did. @param heard its name to those who hear it, where several look alike */
export function CopyButton({
  text,
  name,
  heard,
}: {
  readonly text: () => string;
  readonly name: string;
  readonly heard?: string;
}) {
  const words = useWords(shellWords);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const over = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(over);
  }, [copied]);
  const copy = async () => setCopied(await copyText(text()));
  return (
    <span>
      <Button size="small" aria-label={heard} onClick={() => void copy()}>
        {name}
      </Button>
      <span role="status">{copied ? ` ✓ ${words.copied}` : ''}</span>
    </span>
  );
}

/** Copies a text also where the page is not served over TLS and the clipboard is out of reach. */
async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here: the older way may be.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
