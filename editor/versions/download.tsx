import { Button } from 'antd';
import { useState } from 'react';
import { answerOf, service } from '../api/client.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { saveFile } from '../settlement/save-file.ts';
import { Failure } from '../shell/failure.tsx';
import { versionWords } from './words.ts';

/** Hands out the YAML text of a version, byte for byte. */
export function Download({ code, version }: { readonly code: string; readonly version: string }) {
  const words = useWords(versionWords);
  const { language } = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const download = async () => {
    try {
      const params = { path: { code, version } };
      const answer = await service(language).GET('/api/v1/jurisdictions/{code}/rule-sets/{version}', { params });
      saveFile(`${code}-${version}.yaml`, (answerOf(answer) as { text: string }).text, 'application/yaml');
      setError(null);
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <>
      <Button size="small" aria-label={words.ofVersion(words.download, version)} onClick={() => void download()}>
        {words.download}
      </Button>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
