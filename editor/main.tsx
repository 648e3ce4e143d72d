import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { askForMatrix } from './api/matrix.ts';
import { queries } from './api/queries.ts';
import { keptLanguage, LanguageChoice } from './language/language.tsx';
import { Shell } from './shell/shell.tsx';
import './shell/page.css';

// The overview's figures are under way while the pages are still being set up, rather than after it.
if (location.pathname === '/' || location.pathname === '/overview') {
  const asked = new URLSearchParams(location.search);
  askForMatrix(queries, asked.get('date'), asked.get('city'), keptLanguage());
}

// A data router, though no page loads by it: only it can hold a page that the back button would leave.
const router = createBrowserRouter([{ path: '*', element: <Shell /> }]);

const page = document.getElementById('page');
if (page !== null) {
  createRoot(page).render(
    <LanguageChoice>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageChoice>,
  );
}
