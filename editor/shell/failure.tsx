import { Alert, Button } from 'antd';
import { Refused } from '../api/client.ts';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/**
 * Why something did not come about: the service's own words with what would be right, or that it cannot be reached.
 * @param again what to do to try once more, where that makes sense
 */
export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const words = useWords(shellWords);
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
            {findings.map(({ pointer, message, help }) => (
              <li key={pointer + message}>
                {message}
                {help === undefined ? null : <span className="aside"> {help}</span>}
              </li>
            ))}
          </ul>
        )
      }
      action={again === undefined ? null : <Button onClick={again}>{words.again}</Button>}
    />
  );
}
