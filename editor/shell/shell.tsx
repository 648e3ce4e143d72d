import { Button, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { placeOf, usePlaces } from '../api/places.ts';
import { useReviews } from '../api/reviews.ts';
import { useReplaced, useSession, watchOtherPages } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { stillTheme, theme } from '../theme.ts';
import { Left } from './left.tsx';
import { PAGES } from './pages.tsx';
import { PlaceInTitle } from './place-in-title.tsx';
import { ReplacedPerson } from './replaced.tsx';
import { useMedia } from './use-media.ts';
import { Visitor } from './visitor.tsx';
import { Waiting } from './waiting.tsx';
import { shellWords } from './words.ts';

/** What all pages stand in: the bar above, the language, the way to each of them. */
export function Shell() {
  const { language, switchLanguage } = useLanguage();
  const words = useWords(shellWords);
  const wantsStill = useMedia('(prefers-reduced-motion: reduce)');
  const { pathname } = useLocation();
  const here = PAGES.find(({ entry }) => entry !== undefined && isAt(entry.to, pathname))?.entry;
  const [about, setAbout] = useState<string | null>(null);
  const { data: places } = usePlaces();
  const place = about === null ? undefined : placeOf(places ?? [], about)?.name[language];
  // What a tab is called, and what a screen reader says first: of several tabs, by what they differ in.
  useEffect(() => {
    const told = [place, here === undefined ? undefined : words[here.name], words.product];
    document.title = told.filter((one) => one !== undefined).join(' · ');
  }, [words, here, place]);
  useEffect(watchOtherPages, []);
  const replaced = useReplaced();
  return (
    <ConfigProvider
      theme={wantsStill ? stillTheme : theme}
      // The ring around a pressed button is no motion to the theme.
      wave={{ disabled: wantsStill }}
      locale={language === 'zh' ? zhCN : enUS}
      componentSize="middle"
      // The sign that comes with the buttons is part of their name, and stays in it until it has moved away.
      button={{ autoInsertSpace: false, loadingIcon: <span className="button-waiting" aria-hidden="true" /> }}
    >
      <a className="to-content" href="#content">
        {words.toContent}
      </a>
      <header className="bar">
        <span className="name">{words.product}</span>
        <Entries />
        <Visitor />
        <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
          {words.otherLanguage}
        </Button>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Left />
        <ReplacedPerson />
        <PlaceInTitle.Provider value={setAbout}>
          <Suspense fallback={<Waiting />}>
            {/* Nothing that somebody had open, such as a question whether they are sure, is another's. */}
            <Routes key={replaced?.times}>
              <Route path="/" element={<Navigate to="/overview" replace />} />
              {PAGES.map(({ path, element: Element }) => (
                <Route key={path} path={path} element={<Element />} />
              ))}
              <Route path="*" element={<NoPage />} />
            </Routes>
          </Suspense>
        </PlaceInTitle.Provider>
      </main>
    </ConfigProvider>
  );
}

/** The pages that are of use to who looks. */
function Entries() {
  const words = useWords(shellWords);
  const { data: session } = useSession();
  const { pathname } = useLocation();
  return (
    <nav aria-label={words.navigation}>
      {PAGES.map(({ entry }) =>
        entry?.seenBy(session ?? null) === true ? (
          <Link key={entry.to} to={entry.to} aria-current={isAt(entry.to, pathname) ? 'page' : undefined}>
            {words[entry.name]}
            {entry.to === '/reviews' ? <HowMany /> : null}
          </Link>
        ) : null,
      )}
      {/* The reference is no page of ours: the browser goes there. */}
      <a href="/docs/">{words.reference}</a>
    </nav>
  );
}

/** How many drafts wait for whoever is signed in: nothing where none does, or as long as it is not known. */
function HowMany() {
  const { data } = useReviews();
  return data === undefined || data.length === 0 ? null : ` (${data.length})`;
}

/** Whether a page belongs to an entry of the bar: stands below it, or is a county's versions, or one of its drafts. */
function isAt(entry: string, pathname: string): boolean {
  if (pathname.endsWith('/versions')) return entry === '/versions';
  if (pathname.startsWith('/drafts/')) return entry === '/counties';
  return pathname === entry || pathname.startsWith(`${entry}/`);
}

function NoPage() {
  const words = useWords(shellWords);
  return (
    <div className="narrow">
      <h1>{words.nothingHere}</h1>
      <Link to="/overview">{words.toOverview}</Link>
    </div>
  );
}
