// Starts the reference page: the interface's own description in the language asked for, requests tried against this service.
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
document.documentElement.lang = language;
document.querySelector(`nav a[hreflang=${language}]`).setAttribute('aria-current', 'page');

window.SwaggerUIBundle({
  url: new URL('../openapi.json', location.href).href,
  domNode: document.getElementById('reference'),
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: false,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['Accept-Language'] = language;
    return request;
  },
});
