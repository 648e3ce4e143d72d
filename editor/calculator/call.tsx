import type { Evaluation, EvaluationRequest } from '../../client/index.ts';
import { type Language, useLanguage, useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { calculatorWords } from './words.ts';

/** What was asked and answered, for who builds on the service: the answer as JSON, and the call to repeat. */
export function Call({
  request,
  settlement,
}: {
  readonly request: EvaluationRequest;
  readonly settlement: Evaluation;
}) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const json = JSON.stringify(settlement, null, 2);
  const curl = curlOf(request, language);
  return (
    <>
      <details className="calculator-folded">
        <summary>{words.json}</summary>
        <CopyButton text={() => json} name={words.copy} />
        <Text name={words.json} text={json} />
      </details>
      <details className="calculator-folded">
        <summary>{words.curl}</summary>
        <CopyButton text={() => curl} name={words.copy} />
        <Text name={words.curl} text={curl} />
        <p className="aside">{words.curlKey}</p>
      </details>
    </>
  );
}

function Text({ name, text }: { readonly name: string; readonly text: string }) {
  const rows = Math.min(18, text.split('\n').length + 2);
  return (
    <textarea className="calculator-text" readOnly aria-label={name} value={text} rows={rows} spellCheck={false} />
  );
}

/** The call as a line for a shell; a quote inside the body ends the quoted text and begins it again. */
function curlOf(request: EvaluationRequest, language: Language): string {
  const body = JSON.stringify(request).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s '${location.origin}/api/v1/evaluations'`,
    "-H 'Content-Type: application/json'",
    `-H 'Accept-Language: ${language}'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}
