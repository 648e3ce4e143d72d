import { Button, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { Link, Navigate, NavLink, Route, Routes } from 'react-router';
import { useLanguage } from '../language/language.tsx';
import { Overview } from '../overview/overview.tsx';
import { Invitation } from '../people/invitation.tsx';
import { SetUp } from '../people/set-up.tsx';
import { SignIn } from '../people/sign-in.tsx';
import { theme } from '../theme.ts';
import { Visitor } from './visitor.tsx';

/** What all pages stand in: the bar above, the language, the way to each of them. */
export function Shell() {
  const { language, words, switchLanguage } = useLanguage();
  useEffect(() => {
    document.title = words.product;
  }, [words]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <a className="to-content" href="#content">
        {words.toContent}
      </a>
      <header className="bar">
        <span className="name">{words.product}</span>
        <nav aria-label={words.navigation}>
          <NavLink to="/overview">{words.overview}</NavLink>
        </nav>
        <Visitor />
        <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
          {words.otherLanguage}
        </Button>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Routes>
          <Route path="/" element={<Navigate to="/overview" replace />} />
          <Route path="/overview" element={<Overview />} />
          <Route path="/sign-in" element={<SignIn />} />
          <Route path="/setup" element={<SetUp />} />
          <Route path="/invitation" element={<Invitation />} />
          <Route path="*" element={<NoPage />} />
        </Routes>
      </main>
    </ConfigProvider>
  );
}

function NoPage() {
  const { words } = useLanguage();
  return (
    <div className="narrow">
      <h1>{words.nothingHere}</h1>
      <Link to="/overview">{words.toOverview}</Link>
    </div>
  );
}
