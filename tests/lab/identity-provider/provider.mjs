// SPDX-License-Identifier: GPL-3.0-or-later
// An independent OpenID provider on loopback over HTTPS, for the sign-in of the product: oidc-provider, whose
// implementation is certified, with its own sign-in, consent and device pages. Beside it a resource server that answers
// the few calls of Graph that a check makes, and takes nothing but access tokens that this provider issued.
//
//   node provider.mjs CONFIG.json
//   CONFIG: {"port","tenantId","certificate","key","clientId","applicationJwk","account","log"}
//
// Prints one line of JSON when it is ready. `log` gets one line of JSON an event; never a token, a code or a password.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import process from 'node:process';
import Provider from 'oidc-provider';

const config = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const root = `https://localhost:${config.port}`;
const issuer = `${root}/${config.tenantId}/v2.0`;
const prefix = `/${config.tenantId}/v2.0`;
const permissions = config.permissions.map((name) => `${root}/${name}`);

const fingerprint = (token) => createHash('sha256').update(token).digest('hex').slice(0, 12);
function note(event, facts = {}) {
  appendFileSync(config.log, `${JSON.stringify({ event, ...facts })}\n`);
}

const signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: config.clientId,
      application_type: 'native',
      redirect_uris: ['http://localhost/'],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
    },
    {
      client_id: config.applicationId,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [config.applicationJwk] },
      scope: `${root}/.default`,
    },
  ],
  jwks: { keys: [{ ...signing, kid: 'lab', use: 'sig', alg: 'RS256' }] },
  scopes: ['openid', 'profile', 'offline_access', `${root}/.default`, ...permissions],
  claims: { openid: ['sub', 'tid', 'oid'], profile: ['preferred_username', 'name'] },
  conformIdTokenClaims: false, // as Entra does it: the ID token holds them
  pkce: { required: () => true, methods: ['S256'] },
  features: {
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
  },
  issueRefreshToken: async (ctx, client, code) =>
    client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  rotateRefreshToken: true,
  ttl: { AccessToken: 3600, AuthorizationCode: 60, ClientCredentials: 600, DeviceCode: 300, IdToken: 3600, Interaction: 600, Grant: 3600, Session: 3600, RefreshToken: 3600 },
  findAccount: async (ctx, id) => ({
    accountId: id,
    claims: async () => ({
      sub: id,
      oid: id,
      tid: config.tenantId,
      name: 'Ida Independent',
      preferred_username: config.account,
    }),
  }),
  cookies: { keys: ['lab'] },
});

provider.on('grant.success', (ctx) => note('grant', { type: ctx.oidc.params.grant_type }));
provider.on('grant.error', (ctx, error) =>
  note('refused', { type: ctx.oidc.params?.grant_type, error: error.error, description: error.error_description }));
provider.on('authorization.error', (ctx, error) => note('authorizationRefused', { error: error.error, description: error.error_description }));
provider.on('server_error', (ctx, error) => note('broken', { error: String(error) }));

// The resource server. The first token of each sign-in of a person is refused, however often it comes (calls are made side
// by side), so that the refresh is seen to work.
const firstTokens = new Map(); // by grant
const documents = {
  '/v1.0/organization': { value: [{ id: config.tenantId, displayName: 'Independent', verifiedDomains: [{ name: 'independent.example', isInitial: true, isDefault: true, type: 'Managed' }], onPremisesSyncEnabled: null }] },
  '/v1.0/domains': { value: [{ id: 'independent.example', isVerified: true, isInitial: true, isDefault: true, authenticationType: 'Managed' }] },
  '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole': { value: [{ roleTemplateId: '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2' }] },
};

async function graph(request, response, path) {
  const answer = (status, body) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const value = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const token = (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
  if (!token) {
    note('graph', { path, status: 401, token: fingerprint(value) });
    return answer(401, { error: { code: 'InvalidAuthenticationToken', message: 'Not a token of this provider.' } });
  }
  if (token.kind === 'AccessToken' && !firstTokens.has(token.grantId)) firstTokens.set(token.grantId, value);
  if (token.kind === 'AccessToken' && firstTokens.get(token.grantId) === value) {
    note('graph', { path, status: 401, token: fingerprint(value) });
    return answer(401, { error: { code: 'InvalidAuthenticationToken', message: 'The first token is refused here.' } });
  }
  note('graph', { path, status: 200, token: fingerprint(value), kind: token.kind, scope: token.scope });
  return answer(200, documents[path] ?? { value: [] });
}

const handle = provider.callback();
const server = createServer({ cert: readFileSync(config.certificate), key: readFileSync(config.key) }, (request, response) => {
  const path = decodeURIComponent(request.url.split('?')[0]);
  if (path.startsWith('/v1.0/') || path.startsWith('/beta/')) {
    graph(request, response, path).catch((error) => {
      note('broken', { error: String(error) });
      response.writeHead(500).end();
    });
    return;
  }
  if (request.url.startsWith(prefix)) {
    request.originalUrl = request.url;
    request.url = request.url.slice(prefix.length) || '/';
    // OpenID Connect Core, section 11: offline_access is left out where no consent is asked for. Entra gives it all the
    // same, and the product is made for Entra, so the consent page is asked for on its behalf.
    if (request.url.startsWith('/auth?') && !/[?&]prompt=/.test(request.url)) request.url += '&prompt=consent';
  }
  handle(request, response);
});
server.listen(config.port, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ ready: true, issuer, port: config.port })}\n`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => process.exit(0));
});
