export const id = 831;
export const ids = [831];
export const modules = {

/***/ 19831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* reexport */ connect),
  githubComments: () => (/* reexport */ githubComments),
  githubPullRequests: () => (/* reexport */ githubPullRequests),
  githubRunArtifacts: () => (/* reexport */ githubRunArtifacts)
});

// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+request-error@7.1.2/node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(84714);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 5 modules
var src = __webpack_require__(87170);
;// CONCATENATED MODULE: ./packages/github/src/translate-error.ts


/** Whether GitHub may have done what was asked although its answer failed. */
function isUncertain(error) {
    return error instanceof dist_src/* RequestError */.G && error.status >= 500;
}
/** Whether GitHub answered with one of these states. */
function hasStatus(error, ...states) {
    return (error instanceof dist_src/* RequestError */.G && error.response !== undefined && states.includes(error.status));
}
/** Says what a failed request means and what to do; anything that is no answer of GitHub is passed on. */
function translateError(error, attempt) {
    if (!(error instanceof dist_src/* RequestError */.G))
        return error;
    const { status } = error;
    if (error.response === undefined)
        return unreachable(error, attempt);
    if (status === 401)
        return badToken(error, attempt);
    if (isRateLimit(error) || status >= 500)
        return busy(error, attempt);
    if (status === 404)
        return notFound(error, attempt);
    const isClosed = /locked|archived|blocked|suspended/i.test(error.message);
    return status === 403 && !isClosed ? forbidden(error, attempt) : refused(error, attempt);
}
function isRateLimit(error) {
    const headers = error.response?.headers;
    if (error.status === 429)
        return true;
    return (error.status === 403 &&
        (headers?.["x-ratelimit-remaining"] === "0" ||
            headers?.["retry-after"] !== undefined ||
            /rate limit/i.test(error.message)));
}
function badToken(cause, { doing }) {
    return new src/* UserError */.yo({
        code: "SW3103",
        message: `cannot ${doing}: GitHub does not accept the token (401)`,
        remedy: "Give a valid token: leave `github-token` at its default, or renew the secret.",
        cause,
    });
}
function forbidden(cause, { doing, permissions }) {
    const writes = permissions.some((permission) => permission.endsWith(": write"));
    const lines = ["contents: read", ...permissions].map((line) => `      ${line}`);
    return new src/* UserError */.yo({
        code: writes ? "SW3102" : "SW3101",
        message: `cannot ${doing}: the token has no permission "${permissions[0] ?? ""}" (403: ${said(cause)})`,
        remedy: ["Add to the job:", "    permissions:", ...lines].join("\n"),
        cause,
    });
}
function notFound(cause, { doing, missing, permissions }) {
    return new src/* UserError */.yo({
        code: "SW3101",
        message: `cannot ${doing}: ${missing} does not exist, or the token may not see it (404)`,
        remedy: `Check GITHUB_REPOSITORY and the number that was given; in a private repository the job needs "${permissions[0] ?? ""}".`,
        cause,
    });
}
function refused(cause, { doing }) {
    return new src/* UserError */.yo({
        code: "SW3101",
        message: `cannot ${doing}: GitHub refuses it (${cause.status}: ${said(cause)})`,
        remedy: "Change what GitHub names there (a locked conversation, an archived repository …).",
        cause,
    });
}
function unreachable(cause, { doing }) {
    return new src/* UserError */.yo({
        code: "SW3101",
        message: `cannot ${doing}: GitHub cannot be reached: ${said(cause)}`,
        remedy: "Check the runner's network and proxy (GITHUB_API_URL, HTTPS_PROXY), then run again.",
        cause,
    });
}
function busy(cause, { doing }) {
    return new src/* UserError */.yo({
        code: "SW3101",
        message: `cannot ${doing}: GitHub answered ${cause.status}: ${said(cause)}${untilReset(cause)}`,
        remedy: "Run the job again in some minutes.",
        cause,
    });
}
function untilReset({ response }) {
    const reset = Number(response?.headers["x-ratelimit-reset"]);
    if (response?.headers["x-ratelimit-remaining"] !== "0" || !Number.isSafeInteger(reset))
        return "";
    return `; the limit ends at ${new Date(reset * 1000).toISOString()}`;
}
function said({ message }) {
    return message.split("\n")[0]?.slice(0, 200) ?? "";
}

;// CONCATENATED MODULE: ./packages/github/src/own-login.ts

/** Under which name the token writes: a person's, or that of an app; `undefined` where GitHub does not say. */
async function ownLogin({ octokit }) {
    try {
        return (await octokit.rest.users.getAuthenticated()).data.login;
    }
    catch (error) {
        if (!hasStatus(error, 401, 403, 404))
            throw error;
    }
    // An installation's token has no user in REST; GraphQL knows it as `name[bot]`.
    try {
        const { viewer } = await octokit.graphql("query { viewer { login } }");
        return viewer.login;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/comment-store.ts


const actionsBot = "github-actions[bot]";
const missing = "the pull request";
// Reading serves the writing alone, so the permission to write is what is asked for.
const permissions = ["pull-requests: write"];
const reading = { doing: "read the comments", permissions, missing };
const writing = { doing: "write the comment", permissions, missing };
/** The comments of one repository's pull requests. */
function githubComments(connection) {
    const { octokit, owner, repo } = connection;
    let user;
    const list = (pullRequest) => translated(reading, async () => {
        const query = { owner, repo, issue_number: pullRequest, per_page: 100 };
        return (await octokit.paginate(octokit.rest.issues.listComments, query)).map(plain);
    });
    return {
        list,
        wrote: ({ author }) => translated(reading, async () => {
            if (author === actionsBot)
                return true;
            user ??= ownLogin(connection);
            return author === (await user);
        }),
        create: (pullRequest, body) => translated(writing, async () => {
            // A repeated POST would write twice, so it is not repeated before a look at what is there.
            const once = { owner, repo, issue_number: pullRequest, body, request: { retries: 0 } };
            try {
                return plain((await octokit.rest.issues.createComment(once)).data);
            }
            catch (error) {
                if (!isUncertain(error))
                    throw error;
                const written = (await list(pullRequest)).find((comment) => comment.body === body);
                return written ?? plain((await octokit.rest.issues.createComment(once)).data);
            }
        }),
        update: (id, body) => translated(writing, async () => {
            const query = { owner, repo, comment_id: id, body };
            return plain((await octokit.rest.issues.updateComment(query)).data);
        }),
        remove: (id) => translated(writing, () => remove(connection, id)),
    };
}
async function remove({ octokit, owner, repo }, id) {
    try {
        await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    }
    catch (error) {
        // Somebody else was quicker.
        if (!hasStatus(error, 404, 410))
            throw error;
    }
}
function plain(comment) {
    return {
        id: comment.id,
        body: comment.body ?? "",
        author: comment.user?.login ?? "",
        url: comment.html_url,
    };
}
async function translated(attempt, act) {
    try {
        return await act();
    }
    catch (error) {
        throw translateError(error, attempt);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+github@9.1.1/node_modules/@actions/github/lib/utils.js + 1 modules
var utils = __webpack_require__(41464);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+plugin-retry@8.1.1_@octokit+core@7.0.8/node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(97517);
// EXTERNAL MODULE: ./node_modules/.pnpm/bottleneck@2.19.5/node_modules/bottleneck/light.js
var light = __webpack_require__(82384);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@octokit+plugin-throttling@11.0.5_@octokit+core@7.0.8/node_modules/@octokit/plugin-throttling/dist-bundle/index.js
// pkg/dist-src/index.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/wrap-request.js
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
  return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
  const { pathname } = new URL(options.url, "http://github.test");
  const isAuth = isAuthRequest(options.method, pathname);
  const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
  const isSearch = options.method === "GET" && pathname.startsWith("/search/");
  const isGraphQL = pathname.startsWith("/graphql");
  const retryCount = ~~request.retryCount;
  const jobOptions = retryCount > 0 ? { priority: 0, weight: 0 } : {};
  if (state.clustering) {
    jobOptions.expiration = 1e3 * 60;
  }
  if (isWrite || isGraphQL) {
    await state.write.key(state.id).schedule(jobOptions, noop);
  }
  if (isWrite && state.triggersNotification(pathname)) {
    await state.notifications.key(state.id).schedule(jobOptions, noop);
  }
  if (isSearch) {
    await state.search.key(state.id).schedule(jobOptions, noop);
  }
  const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
  if (isGraphQL) {
    const res = await req;
    if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) {
      const error = Object.assign(new Error("GraphQL Rate Limit Exceeded"), {
        response: res,
        data: res.data
      });
      throw error;
    }
  }
  return req;
}
function isAuthRequest(method, pathname) {
  return method === "PATCH" && // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-a-scoped-access-token
  /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && // https://docs.github.com/en/rest/apps/oauth-applications?apiVersion=2022-11-28#reset-a-token
  (/^\/applications\/[^/]+\/token$/.test(pathname) || // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-an-installation-access-token-for-an-app
  /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
  pathname === "/login/oauth/access_token");
}

// pkg/dist-src/generated/triggers-notification-paths.js
var triggers_notification_paths_default = [
  "/orgs/{org}/invitations",
  "/orgs/{org}/invitations/{invitation_id}",
  "/orgs/{org}/teams/{team_slug}/discussions",
  "/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
  "/repos/{owner}/{repo}/collaborators/{username}",
  "/repos/{owner}/{repo}/commits/{commit_sha}/comments",
  "/repos/{owner}/{repo}/issues",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
  "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
  "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "/repos/{owner}/{repo}/releases",
  "/teams/{team_id}/discussions",
  "/teams/{team_id}/discussions/{discussion_number}/comments"
];

// pkg/dist-src/route-matcher.js
function routeMatcher(paths) {
  const regexes = paths.map(
    (path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")
  );
  const regex2 = `^(?:${regexes.map((r) => `(?:${r})`).join("|")})[^/]*$`;
  return new RegExp(regex2, "i");
}

// pkg/dist-src/index.js
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
  groups.global = new Bottleneck.Group({
    id: "octokit-global",
    maxConcurrent: 10,
    ...common
  });
  groups.auth = new Bottleneck.Group({
    id: "octokit-auth",
    maxConcurrent: 1,
    ...common
  });
  groups.search = new Bottleneck.Group({
    id: "octokit-search",
    maxConcurrent: 1,
    minTime: 2e3,
    ...common
  });
  groups.write = new Bottleneck.Group({
    id: "octokit-write",
    maxConcurrent: 1,
    minTime: 1e3,
    ...common
  });
  groups.notifications = new Bottleneck.Group({
    id: "octokit-notifications",
    maxConcurrent: 1,
    minTime: 3e3,
    ...common
  });
};
function throttling(octokit, octokitOptions) {
  const {
    enabled = true,
    Bottleneck = light,
    id = "no-id",
    timeout = 1e3 * 60 * 2,
    // Redis TTL: 2 minutes
    connection
  } = octokitOptions.throttle || {};
  if (!enabled) {
    return {};
  }
  const common = { timeout };
  if (typeof connection !== "undefined") {
    common.connection = connection;
  }
  const state = Object.assign(
    {
      clustering: connection != null,
      triggersNotification,
      fallbackSecondaryRateRetryAfter: 60,
      retryAfterBaseValue: 1e3,
      id
    },
    octokitOptions.throttle
  );
  if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") {
    throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
  }
  let initialized = false;
  const initializeBottleneck = () => {
    if (initialized) {
      return;
    }
    initialized = true;
    if (groups.global == null) {
      createGroups(Bottleneck, common);
    }
    state.global = state.global ?? groups.global;
    state.auth = state.auth ?? groups.auth;
    state.search = state.search ?? groups.search;
    state.write = state.write ?? groups.write;
    state.notifications = state.notifications ?? groups.notifications;
    state.retryLimiter = state.retryLimiter ?? new Bottleneck();
    const events = {};
    const emitter = new Bottleneck.Events(events);
    events.on("secondary-limit", state.onSecondaryRateLimit);
    events.on("rate-limit", state.onRateLimit);
    events.on(
      "error",
      (e) => octokit.log.warn("Error in throttling-plugin limit handler", e)
    );
    state.retryLimiter.on("failed", async function(error, info) {
      const [state2, request, options] = info.args;
      const { pathname } = new URL(options.url, "http://github.test");
      const shouldRetryGraphQL = pathname.startsWith("/graphql") && error.status !== 401;
      if (!(shouldRetryGraphQL || error.status === 403 || error.status === 429)) {
        return;
      }
      const retryCount = ~~request.retryCount;
      request.retryCount = retryCount;
      options.request.retryCount = retryCount;
      const { wantRetry, retryAfter = 0 } = await (async function() {
        if (/\bsecondary rate\b/i.test(error.message)) {
          const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
          const wantRetry2 = await emitter.trigger(
            "secondary-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some(
          (error2) => error2.type === "RATE_LIMITED"
        )) {
          const rateLimitReset = new Date(
            ~~error.response.headers["x-ratelimit-reset"] * 1e3
          ).getTime();
          const retryAfter2 = Math.max(
            // Add one second so we retry _after_ the reset time
            // https://docs.github.com/en/rest/overview/resources-in-the-rest-api?apiVersion=2022-11-28#exceeding-the-rate-limit
            Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1,
            0
          );
          const wantRetry2 = await emitter.trigger(
            "rate-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        return {};
      })();
      if (wantRetry) {
        request.retryCount++;
        return retryAfter * state2.retryAfterBaseValue;
      }
    });
  };
  octokit.hook.wrap("request", (request, options) => {
    initializeBottleneck();
    return wrapRequest(state, request, options);
  });
  return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;


// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+core@7.0.8/node_modules/@octokit/core/dist-src/index.js + 12 modules
var core_dist_src = __webpack_require__(94419);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+plugin-request-log@6.0.0_@octokit+core@7.0.8/node_modules/@octokit/plugin-request-log/dist-src/index.js + 1 modules
var plugin_request_log_dist_src = __webpack_require__(59018);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+plugin-paginate-rest@14.0.0_@octokit+core@7.0.8/node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var plugin_paginate_rest_dist_bundle = __webpack_require__(38726);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+plugin-rest-endpoint-methods@17.0.0_@octokit+core@7.0.8/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js + 3 modules
var plugin_rest_endpoint_methods_dist_src = __webpack_require__(68845);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@octokit+rest@22.0.1/node_modules/@octokit/rest/dist-src/version.js
const version_VERSION = "22.0.1";


;// CONCATENATED MODULE: ./node_modules/.pnpm/@octokit+rest@22.0.1/node_modules/@octokit/rest/dist-src/index.js





const Octokit = core_dist_src/* Octokit */.E.plugin(plugin_request_log_dist_src/* requestLog */.M, plugin_rest_endpoint_methods_dist_src/* legacyRestEndpointMethods */.T, plugin_paginate_rest_dist_bundle/* paginateRest */.ud).defaults(
  {
    userAgent: `octokit-rest.js/${version_VERSION}`
  }
);


;// CONCATENATED MODULE: ./packages/github/src/connect.ts






const apiVersion = "2022-11-28";
const longestWaitSeconds = 120;
const Client = Octokit.plugin(dist_bundle/* retry */.L, throttling);
/**
 * Connects to the API that the runner names, proxies included.
 * @throws UserError SW3103 without a token, SW3101 without a repository
 */
function connect(options) {
    const { token, repository } = options;
    const [owner, repo, ...rest] = (repository ?? "").split("/");
    if (!owner || !repo || rest.length > 0) {
        throw new src/* UserError */.yo({
            code: "SW3101",
            message: "it is not known which repository this is (GITHUB_REPOSITORY)",
            remedy: "Run this in a job of GitHub Actions, or set GITHUB_REPOSITORY=owner/name.",
        });
    }
    if (!token)
        throw missingToken();
    const octokit = createClient(token, options);
    octokit.hook.before("request", (options) => {
        options.headers["x-github-api-version"] = apiVersion;
    });
    return { octokit, owner, repo };
}
function createClient(token, { tell, trace, secondMs = 1000 }) {
    const mayWait = (seconds, retried) => {
        if (seconds > longestWaitSeconds || retried >= 2)
            return false;
        tell(`GitHub asks to wait ${seconds} s; trying again then`);
        return true;
    };
    const log = trace ?? (() => undefined);
    return new Client({
        ...utils/* defaults */.NT,
        ...(0,utils/* getOctokitOptions */.EG)(token),
        log: { debug: log, info: log, warn: log, error: log },
        retry: { retryAfterBaseValue: secondMs },
        throttle: {
            // The queues are shared by all clients of a process that have the same name.
            id: (0,external_node_crypto_.randomUUID)(),
            retryAfterBaseValue: secondMs,
            // The order of the parameters is the plug-in's.
            // eslint-disable-next-line max-params
            onRateLimit: (seconds, _request, _client, retried) => mayWait(seconds, retried),
            // eslint-disable-next-line max-params
            onSecondaryRateLimit: (seconds, _request, _client, retried) => mayWait(seconds, retried),
        },
    });
}
function missingToken() {
    return new src/* UserError */.yo({
        code: "SW3103",
        message: "there is no token for GitHub",
        remedy: "Leave the input `github-token` at its default, or set GITHUB_TOKEN on the command line.",
    });
}

;// CONCATENATED MODULE: ./packages/github/src/pull-requests.ts

const finding = {
    doing: "find the pull request",
    permissions: ["pull-requests: read"],
    missing: "the repository",
};
/** Finds pull requests by what GitHub itself says of a run, never by what an artifact claims. */
function githubPullRequests(connection) {
    return {
        findByHead: async (head) => {
            try {
                const found = withHead(await pullsOfCommit(connection, head), head);
                // A commit of a fork is not always listed with its pull request; its branch is.
                return found.length > 0 ? found : withHead(await pullsOfBranch(connection, head), head);
            }
            catch (error) {
                throw translateError(error, finding);
            }
        },
    };
}
async function pullsOfCommit({ octokit, owner, repo }, { commit }) {
    const query = { owner, repo, commit_sha: commit, per_page: 100 };
    try {
        const { listPullRequestsAssociatedWithCommit: listPulls } = octokit.rest.repos;
        return await octokit.paginate(listPulls, query);
    }
    catch (error) {
        // "No commit found": this repository does not know the fork's commit.
        if (hasStatus(error, 404, 422))
            return [];
        throw error;
    }
}
async function pullsOfBranch({ octokit, owner, repo }, head) {
    const [user] = head.repository.split("/");
    if (head.branch === undefined || user === undefined)
        return [];
    const query = {
        owner,
        repo,
        state: "open",
        head: `${user}:${head.branch}`,
        per_page: 100,
    };
    return octokit.paginate(octokit.rest.pulls.list, query);
}
function withHead(pulls, { commit, repository }) {
    return pulls
        .map((pull) => ({
        number: pull.number,
        headCommit: pull.head.sha,
        headRepository: pull.head.repo?.full_name,
        baseRef: pull.base.ref,
        baseCommit: pull.base.sha,
        open: pull.state === "open",
    }))
        .filter((pull) => pull.open && pull.headCommit === commit && pull.headRepository === repository);
}

;// CONCATENATED MODULE: ./packages/github/src/run-artifacts.ts



const maxZipBytes = 64 * 1024 * 1024;
const run_artifacts_reading = {
    doing: "read the artifact of the other run",
    permissions: ["actions: read"],
    missing: "the run",
};
/** Reads artifacts of other runs, each of them at most 64 MiB and as it was uploaded. */
function githubRunArtifacts(connection, unpack) {
    return {
        read: async (runId, name) => {
            try {
                const newest = await findNewest(connection, runId, name);
                return unpack(await download(connection, newest));
            }
            catch (error) {
                throw translateError(error, run_artifacts_reading);
            }
        },
    };
}
async function findNewest({ octokit, owner, repo }, runId, name) {
    const query = { owner, repo, run_id: runId, name, per_page: 100 };
    const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, query);
    const newest = listed.filter((one) => one.name === name).sort((a, b) => b.id - a.id)[0];
    if (newest === undefined)
        throw unusable(`run ${runId} has no artifact "${name}"`);
    if (newest.expired)
        throw expired(name);
    if (newest.size_in_bytes > maxZipBytes)
        throw tooLarge(name);
    return { id: newest.id, name, digest: newest.digest ?? undefined };
}
async function download({ octokit, owner, repo }, { id, name, digest }) {
    const query = { owner, repo, artifact_id: id, archive_format: "zip" };
    const data = await octokit.rest.actions.downloadArtifact(query).then((response) => response.data, (error) => {
        throw hasStatus(error, 404, 410) ? expired(name) : error;
    });
    if (!(data instanceof ArrayBuffer))
        throw unusable(`the artifact "${name}" is no file`);
    const bytes = new Uint8Array(data);
    if (bytes.length > maxZipBytes)
        throw tooLarge(name);
    const actual = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
    if (digest !== undefined && digest !== actual)
        throw unusable(`the bytes of the artifact "${name}" are not those that were uploaded`);
    return bytes;
}
function expired(name) {
    return unusable(`the artifact "${name}" has expired or was deleted`);
}
function tooLarge(name) {
    return unusable(`the artifact "${name}" is larger than 64 MiB`);
}
function unusable(problem) {
    return new src/* UserError */.yo({
        code: "SW3106",
        message: problem,
        remedy: "Look at the run that made it: its comment-metrics step has to run, with `if: always()`.",
    });
}

;// CONCATENATED MODULE: ./packages/github/src/index.ts






/***/ })

};
