import { answers } from './answers.ts';
import { claims } from './claims.ts';
import { documentWords } from './document-words.ts';
import { documents } from './documents.ts';
import { requests } from './requests.ts';
import { settlements } from './settlements.ts';
import { store } from './store.ts';

/** Every message, by code. */
export const en = { ...documentWords, ...documents, ...claims, ...settlements, ...requests, ...store, ...answers };
