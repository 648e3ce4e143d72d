import type { Publication } from '../api/published-versions.ts';
import { useWords } from '../language/language.tsx';
import { useWidth } from '../settlement/use-width.ts';
import { versionWords } from './words.ts';

const LEFT = 52;
const ROW = 28;

/** Days since 1970 of a calendar day. */
const dayOf = (date: string) => Date.parse(date) / 86_400_000;

/** Stated and derived periods of versions as bars above each other; the table beside it says the same. */
export function Timeline({ versions }: { readonly versions: readonly Publication[] }) {
  const words = useWords(versionWords);
  const [box, width] = useWidth<HTMLElement>(960);
  const days = versions.flatMap(({ effective }) => [effective.from, effective.to ?? effective.from]).map(dayOf);
  const first = Math.min(...days);
  const last = Math.max(...days) + 31;
  const x = (day: number) => LEFT + ((day - first) / (last - first)) * (width - LEFT - 24);
  const end = (to: string | undefined) => (to === undefined ? last : Math.min(last, dayOf(to) + 1));
  const ticks = monthsBetween(first, last, Math.max(2, Math.floor((width - LEFT) / 80)));
  const height = versions.length * ROW + 24;
  return (
    <figure className="versions-timeline" ref={box}>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="versions-title versions-desc"
      >
        <title id="versions-title">{words.timeline}</title>
        <desc id="versions-desc">{words.timelineTold(versions.length)}</desc>
        <defs>
          <pattern id="versions-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="picture-cost" width="2" height="6" fill="#874d00" />
          </pattern>
        </defs>
        {ticks.map(([day, label]) => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={0} y2={height - 20} stroke="#e5e5e5" />
            <text x={x(day)} y={height - 6} fontSize="12" fill="#555" textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {versions.map(({ version, effective, inForce, standing }, row) => {
          const from = x(dayOf(effective.from));
          return (
            <g key={version}>
              <text x={4} y={row * ROW + 18} fontSize="13">
                {version}
              </text>
              <rect
                className={standing === 'standing' ? 'picture-gap' : undefined}
                x={from}
                y={row * ROW + 5}
                width={x(end(effective.to)) - from}
                height={ROW - 10}
                fill={standing === 'standing' ? '#fff' : 'url(#versions-hatch)'}
                stroke="#595959"
              />
              {inForce.map((stretch) => (
                <rect
                  key={stretch.from}
                  className="picture-layer"
                  x={x(dayOf(stretch.from))}
                  y={row * ROW + 8}
                  width={Math.max(1, x(end(stretch.to)) - x(dayOf(stretch.from)))}
                  height={ROW - 16}
                  fill="#0958d9"
                />
              ))}
            </g>
          );
        })}
      </svg>
      <figcaption className="aside">
        {words.legend} {words.whoMaySuspend}
      </figcaption>
    </figure>
  );
}

/** First days of months between two days, a given number of them at the most. */
function monthsBetween(first: number, last: number, most: number): readonly (readonly [number, string])[] {
  const start = new Date(first * 86_400_000);
  const apart = Math.max(1, Math.ceil((last - first) / 30 / most));
  const ticks: [number, string][] = [];
  for (let month = 0; ticks.length < 30; month += apart) {
    const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1) / 86_400_000;
    if (at > last) break;
    if (at >= first) ticks.push([at, new Date(at * 86_400_000).toISOString().slice(0, 7)]);
  }
  return ticks;
}
