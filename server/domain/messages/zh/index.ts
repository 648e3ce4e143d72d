import { claims } from './claims.ts';
import { documentWords } from './document-words.ts';
import { documents } from './documents.ts';
import { library } from './library.ts';
import { requests } from './requests.ts';
import { settlements } from './settlements.ts';
import { store } from './store.ts';

/** Every message, by code. */
export const zh = { ...documentWords, ...documents, ...claims, ...settlements, ...requests, ...store, ...library };
