// Starts Swagger UI over the contracts that the page links to, with signing in at the issuer that the page names.
'use strict';

const language = document.documentElement.lang;
const place = document.getElementById('swagger-ui');

// What the dialog calls it, whatever a contract does: one sign-in serves every contract.
const LOGIN = 'Balise';

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, change(value)]));

const withRequirement = (part) => (part?.security?.length ? { ...part, security: [{ [LOGIN]: [] }] } : part);

// A contract says that a bearer token is needed; where a browser gets one is this door's affair, so it is added here alone.
function withLogin(contract, endpoints) {
  if (!contract?.components?.securitySchemes || !endpoints) {
    return contract;
  }
  const login = {
    type: 'oauth2',
    flows: {
      authorizationCode: {
        authorizationUrl: endpoints.authorization_endpoint,
        tokenUrl: endpoints.token_endpoint,
        scopes: {},
      },
    },
  };
  return {
    ...withRequirement(contract),
    components: { ...contract.components, securitySchemes: { [LOGIN]: login } },
    paths: mapValues(contract.paths, (path) => mapValues(path, withRequirement)),
  };
}

// Swagger UI sends the example of a parameter along unless it is cleared. What need not be sent is shown without one.
const withoutExample = ({ example, ...rest }) => rest;

const unasked = (part) =>
  part?.parameters
    ? { ...part, parameters: part.parameters.map((given) => (given.required ? given : withoutExample(given))) }
    : part;

const withoutUnasked = (contract) =>
  contract?.paths
    ? { ...contract, paths: mapValues(contract.paths, (path) => mapValues(unasked(path), unasked)) }
    : contract;

async function discover(issuer) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!answer.ok) {
    throw new Error(`the issuer answered ${answer.status}`);
  }
  return answer.json();
}

// Answers come in the language of the page, not in that of the browser. Only to the door: no other server is told.
function inThisLanguage(request) {
  if (new URL(request.url, location.href).origin === location.origin) {
    request.headers = { ...request.headers, 'Accept-Language': language };
  }
  return request;
}

async function start() {
  const { issuer, client } = place.dataset;
  let endpoints;
  if (issuer) {
    try {
      endpoints = await discover(issuer);
    } catch (unreachable) {
      console.warn('No signing in:', unreachable.message);
      document.getElementById('no-issuer').hidden = false;
    }
  }
  const ours = () => ({
    components: {
      // Its maker's mark brings a style of its own, which the page's policy refuses.
      Logo: () => null,
      // The page around it has no dark mode.
      DarkModeToggle: () => null,
    },
    statePlugins: {
      spec: {
        wrapActions: {
          updateJsonSpec: (update) => (contract) => update(withLogin(withoutUnasked(contract), endpoints)),
        },
      },
      auth: {
        wrapActions: {
          // Called when another contract is chosen, to forget the sign-in; it is as good for that one. Nothing is stored.
          restoreAuthorization: () => () => undefined,
        },
      },
    },
  });
  const ui = SwaggerUIBundle({
    domNode: place,
    urls: Array.from(document.querySelectorAll('a[data-contract]'), (link) => ({
      name: link.dataset.contract,
      url: link.getAttribute('href'),
    })),
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    plugins: [ours],
    oauth2RedirectUrl: `${location.origin}/docs/oauth2-redirect.html`,
    requestInterceptor: inThisLanguage,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
  ui.initOAuth({
    clientId: client,
    usePkceWithAuthorizationCodeGrant: true,
    additionalQueryStringParams: { ui_locales: language },
  });
}

start();
