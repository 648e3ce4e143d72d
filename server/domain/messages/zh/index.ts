import { access } from './access.ts';
import { answers } from './answers.ts';
import { archives } from './archives.ts';
import { batch } from './batch.ts';
import { changeReports } from './change-reports.ts';
import { changeWords } from './change-words.ts';
import { changes } from './changes.ts';
import { checks } from './checks.ts';
import { cityRules } from './city-rules.ts';
import { claims } from './claims.ts';
import { comparisons } from './comparisons.ts';
import { configuration } from './configuration.ts';
import { digests } from './digests.ts';
import { documentWords } from './document-words.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { edges } from './edges.ts';
import { headers } from './headers.ts';
import { library } from './library.ts';
import { people } from './people.ts';
import { proofs } from './proofs.ts';
import { requests } from './requests.ts';
import { ruleSentences } from './rule-sentences.ts';
import { service } from './service.ts';
import { settlements } from './settlements.ts';
import { store } from './store.ts';

/** Every message, by code. */
export const zh = {
  ...access,
  ...answers,
  ...archives,
  ...batch,
  ...changeReports,
  ...changeWords,
  ...changes,
  ...checks,
  ...cityRules,
  ...claims,
  ...comparisons,
  ...configuration,
  ...digests,
  ...documentWords,
  ...documents,
  ...drafts,
  ...edges,
  ...headers,
  ...library,
  ...people,
  ...proofs,
  ...requests,
  ...ruleSentences,
  ...service,
  ...settlements,
  ...store,
};
