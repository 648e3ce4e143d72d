import { Alert, Button } from 'antd';
import { toldIn } from '../api/client.ts';
import { Refused } from '../api/refused.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { isSignedOut, SignedOut } from './signed-out.tsx';
import { shellWords } from './words.ts';

/**
 * Why something did not come about: the service's own words with what would be right, or that it cannot be reached.
 * @param again what to do to try once more, where that makes sense
 */
export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  if (error instanceof Refused && isSignedOut(error.problem.code)) return <SignedOut code={error.problem.code} />;
  const findings = error instanceof Refused ? error.problem.errors : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        findings.length === 0 ? (
          words.unreachable
        ) : (
          <ul
            style={{
              margin: 0,
              paddingLeft: findings.length === 1 ? 0 : 18,
              listStyle: findings.length === 1 ? 'none' : 'disc',
            }}
          >
            {findings.map((finding) => {
              const { message, help } = toldIn(finding, language);
              return (
                <li key={finding.pointer + finding.message}>
                  {message}
                  {help === undefined ? null : <span className="aside"> {help}</span>}
                </li>
              );
            })}
          </ul>
        )
      }
      action={again === undefined ? null : <Button onClick={again}>{words.again}</Button>}
    />
  );
}
