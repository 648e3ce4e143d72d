import type { Draft } from '../../api/drafts.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { WorkbookRead } from './read-workbook.ts';
import { rowWords } from './row-words.ts';
import { workbookWords } from './words.ts';

/** What a workbook would change in a draft, and what of it is not taken, by cell. */
export function WorkbookReport({ read, draft }: { readonly read: WorkbookRead; readonly draft: Draft }) {
  const words = useWords(workbookWords);
  const { changes, notTaken, origin } = read;
  if (origin !== null && origin.jurisdiction !== draft.jurisdiction)
    return <p role="alert">{words.otherCounty(origin.jurisdiction)}</p>;
  return (
    <div className="standards-report">
      {origin?.draft === draft.id ? null : <p role="alert">{words.otherDraft}</p>}
      <h3>{changes.length === 0 ? words.noChanges : words.changes(changes.length)}</h3>
      {changes.length === 0 ? null : <Changes changes={changes} />}
      {notTaken.length === 0 ? null : (
        <>
          <h3 className="standards-wrong">{words.notTaken(notTaken.length)}</h3>
          <table className="standards-table">
            <thead>
              <tr>
                <th scope="col">{words.cell}</th>
                <th scope="col">{words.holds}</th>
                <th scope="col">{words.why}</th>
              </tr>
            </thead>
            <tbody>
              {notTaken.map(({ sheet, address, holds, why }) => (
                <tr key={`${sheet}!${address}`}>
                  <th scope="row">
                    {sheet}!{address}
                  </th>
                  <td>{holds}</td>
                  <td>{words[why]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Changes({ changes }: Pick<WorkbookRead, 'changes'>) {
  const { language } = useLanguage();
  const words = useWords(workbookWords);
  return (
    <table className="standards-table">
      <thead>
        <tr>
          <th scope="col">{words.cell}</th>
          <th scope="col">{words.standard}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ row, address, value, isMoved }) => (
          <tr key={row.mark}>
            <th scope="row">{address}</th>
            <td>
              {row.label} {row.part}
            </td>
            <td>
              {rowWords(row, row.own, language)}
              {isMoved ? <small className="standards-note">{words.moved}</small> : null}
            </td>
            <td>{rowWords(row, value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
