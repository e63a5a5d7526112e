export const id = 700;
export const ids = [700];
export const modules = {

/***/ 89700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* reexport */ connect),
  githubActivity: () => (/* reexport */ githubActivity),
  githubComments: () => (/* reexport */ githubComments),
  githubDeployments: () => (/* reexport */ githubDeployments),
  githubPeople: () => (/* reexport */ githubPeople),
  githubPullRequests: () => (/* reexport */ githubPullRequests),
  githubRunArtifacts: () => (/* reexport */ githubRunArtifacts)
});

// EXTERNAL MODULE: ./node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(8376);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+request-error@7.1.2/node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(84714);
// EXTERNAL MODULE: ./packages/kernel/src/index.ts + 6 modules
var src = __webpack_require__(63796);
;// CONCATENATED MODULE: ./packages/github/src/translate-error.ts


/** Whether GitHub may have done what was asked although its answer failed. */
function isUncertain(error) {
    return error instanceof dist_src/* RequestError */.G && error.status >= 500;
}
/** Whether GitHub answered with one of these states. */
function hasStatus(error, ...states) {
    return (error instanceof dist_src/* RequestError */.G && error.response !== undefined && states.includes(error.status));
}
/** Does what was tried, and says what its failure means. @throws UserError SW3101, SW3102, SW3103, or the attempt's own code */
async function translated(attempt, act) {
    try {
        return await act();
    }
    catch (error) {
        throw translateError(error, attempt);
    }
}
/** An answer that is not what GitHub documents: never taken for "nothing there". */
function malformed({ doing, code }, problem) {
    return new src/* UserError */.yo({
        code: code ?? "SW3101",
        message: `cannot ${doing}: the answer is not one that GitHub documents: ${problem.slice(0, 200)}`,
        remedy: "Run the job again. If it stays, look whether a proxy answers in GitHub's place, and report it with the version of GitHub Enterprise Server, if it is one.",
    });
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
function forbidden(cause, attempt) {
    const { doing, permissions, code } = attempt;
    const writes = permissions.some((permission) => permission.endsWith(": write"));
    return new src/* UserError */.yo({
        code: code ?? (writes ? "SW3102" : "SW3101"),
        message: `cannot ${doing}: the token has no permission "${permissions[0] ?? ""}" (403: ${said(cause)})`,
        remedy: attempt.remedy ?? linesToAdd(attempt),
        cause,
    });
}
/** Naming one permission takes the others away, so that a job which may name none yet is given the first as well. */
function linesToAdd({ permissions, code }) {
    const all = code === undefined ? ["contents: read", ...permissions] : permissions;
    const lines = all.map((line) => `      ${line}`);
    const where = code === undefined ? "" : ", beside the permissions that it has";
    return [`Add to the job${where}:`, "    permissions:", ...lines].join("\n");
}
function notFound(cause, attempt) {
    const { doing, missing, permissions, code } = attempt;
    const own = attempt.remedy ?? `Check that it exists. If it does: ${linesToAdd(attempt)}`;
    return new src/* UserError */.yo({
        code: code ?? "SW3101",
        message: `cannot ${doing}: ${missing} does not exist, or the token may not see it (404)`,
        remedy: code === undefined
            ? `Check GITHUB_REPOSITORY and the number that was given; in a private repository the job needs "${permissions[0] ?? ""}".`
            : own,
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

;// CONCATENATED MODULE: ./packages/github/src/ask.ts


const mostPages = 100;
const nextPage = /<([^<>]+)>;\s*rel="next"/;
/** Asks for one thing. @throws UserError also where the answer is not what GitHub documents */
async function ask(question) {
    const { attempt, answer, send } = question;
    return parse(attempt, answer, (await translated(attempt, send)).data);
}
/**
 * Asks for a list and follows its pages, also those that lie behind a cursor; no more pages are asked for than are used.
 * Octokit's own paging takes an empty answer for an empty list, which would be "nobody answered".
 * @throws UserError also where a page is no list
 */
async function* askAll({ octokit }, { attempt, answer, send }) {
    let next = send;
    for (let page = 1; next !== undefined; page += 1) {
        if (page > mostPages)
            throw malformed(attempt, "the list does not end");
        const reply = await translated(attempt, next);
        yield* parse(attempt, schemas/* array */.YOg(answer), reply.data);
        const url = nextPage.exec(reply.headers.link ?? "")?.[1];
        next = url === undefined ? undefined : () => octokit.request({ method: "GET", url });
    }
}
function parse(attempt, schema, data) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const path = issue?.path.join(".") ?? "";
    throw malformed(attempt, `${path === "" ? "" : `${path}: `}${issue?.message ?? ""}`);
}
/** An account as GitHub names it in its answers; `null` stands for one that was deleted. */
const account = schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1).max(100), id: schemas/* int */.Whr().min(0) });

;// CONCATENATED MODULE: ./packages/github/src/activity.ts


const kinds = ["force_push", "branch_deletion"];
const activityAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    before: schemas/* string */.YjP(),
    after: schemas/* string */.YjP(),
    ref: schemas/* string */.YjP(),
    timestamp: schemas/* string */.YjP(),
    activity_type: schemas/* string */.YjP(),
    actor: account.nullish(),
});
/** What GitHub remembers of the pushes to a branch; nobody who may push can remove it from there. */
function githubActivity(connection) {
    return {
        rewrites: async (branch) => {
            const found = [];
            for (const kind of kinds)
                found.push(...(await rewritesOf(connection, branch, kind)));
            return found.toSorted(newestFirst).map(({ before, after, timestamp, actor, ...one }) => {
                return {
                    kind: one.activity_type,
                    before,
                    after,
                    time: timestamp,
                    actor: actor?.login ?? "",
                };
            });
        },
    };
}
async function rewritesOf(connection, branch, kind) {
    const { octokit, owner, repo } = connection;
    const ref = `refs/heads/${branch}`;
    const attempt = {
        doing: `read who rewrote the branch ${branch}`,
        permissions: ["contents: read"],
        missing: "the repository",
        code: "SW3101",
    };
    const query = { owner, repo, ref, activity_type: kind, per_page: 100 };
    const send = () => octokit.rest.repos.listActivities(query);
    const found = [];
    for await (const one of askAll(connection, { attempt, answer: activityAnswer, send }))
        if (one.ref === ref && one.activity_type === kind)
            found.push(one);
    return found;
}
// Within one second the number tells.
function newestFirst(left, right) {
    return Date.parse(right.timestamp) - Date.parse(left.timestamp) || right.id - left.id;
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

;// CONCATENATED MODULE: ./packages/github/src/environment-gate.ts




const reviewer = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("User"), reviewer: account }).transform((one) => one.reviewer),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("Team"), reviewer: schemas/* object */.Ikc({ slug: schemas/* string */.YjP().min(1) }) })
        .transform((one) => ({ team: one.reviewer.slug })),
]);
const rule = schemas/* union */.KCZ([
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz("required_reviewers"),
        prevent_self_review: schemas/* boolean */.zMY().default(false),
        reviewers: schemas/* array */.YOg(reviewer),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("wait_timer"), wait_timer: schemas/* int */.Whr().min(0) }),
    // Branch policies, and rules of apps: only their names are known.
    schemas/* object */.Ikc({ type: schemas/* string */.YjP().refine((type) => !/^(required_reviewers|wait_timer)$/.test(type)) }),
]);
const environmentAnswer = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    protection_rules: schemas/* array */.YOg(rule).default([]),
    deployment_branch_policy: schemas/* object */.Ikc({}).nullish(),
    // Not in GitHub's description of its API, but in its answers.
    can_admins_bypass: schemas/* boolean */.zMY().optional(),
});
/**
 * The rules of an environment; one that no job has named yet does not exist, and would be created without rules.
 * @throws UserError SW3108
 */
async function environmentGate({ octokit, owner, repo }, name) {
    const attempt = {
        doing: `read the rules of the environment ${name}`,
        permissions: ["actions: read"],
        missing: "the environment or the repository",
        code: "SW3108",
    };
    try {
        const query = { owner, repo, environment_name: name };
        const send = () => octokit.rest.repos.getEnvironment(query);
        return gateOf(await ask({ attempt, answer: environmentAnswer, send }));
    }
    catch (error) {
        const isMissing = error instanceof src/* UserError */.yo && hasStatus(error.cause, 404);
        if (!isMissing)
            throw error;
        // A token that sees no repository is answered 404 as well.
        await translated(attempt, () => octokit.rest.repos.get({ owner, repo }));
        return missingGate;
    }
}
/** GitHub takes names of environments that differ in case alone for the same; only ASCII, so that no look-alike folds. */
function isSameEnvironment(left, right) {
    return fold(left) === fold(right);
}
function fold(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
const missingGate = {
    exists: false,
    reviewers: [],
    preventSelfReview: false,
    waitMinutes: 0,
    branchPolicy: false,
};
function gateOf(found) {
    const rules = found.protection_rules;
    const gates = rules.filter((one) => "reviewers" in one);
    const minutes = rules.flatMap((one) => ("wait_timer" in one ? [one.wait_timer] : []));
    return {
        exists: true,
        reviewers: gates.flatMap((one) => one.reviewers),
        preventSelfReview: gates.some((one) => one.prevent_self_review),
        waitMinutes: Math.max(0, ...minutes),
        ...(found.can_admins_bypass === undefined ? {} : { adminsBypass: found.can_admins_bypass }),
        branchPolicy: Boolean(found.deployment_branch_policy),
    };
}

;// CONCATENATED MODULE: ./packages/github/src/deployments.ts





const task = "slipway";
const longestDescription = 140;
const count = schemas/* int */.Whr().min(0);
const payloadSchema = schemas/* object */.Ikc({
    entry: count,
    size: count,
    root: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
});
const deploymentAnswer = schemas/* object */.Ikc({
    id: count,
    sha: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    task: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    payload: schemas/* unknown */.L5J(),
});
const statusAnswer = schemas/* object */.Ikc({ id: count, state: schemas/* string */.YjP().min(1) });
const common = { missing: "the deployment or the repository", code: "SW3111" };
const deployments_reading = {
    ...common,
    doing: "read the deployments",
    permissions: ["deployments: read"],
};
const deployments_writing = {
    ...common,
    doing: "record the deployment",
    permissions: ["deployments: write"],
};
/**
 * The deployments of one repository whose task is `slipway`; others, and those whose payload is not Slipway's, are
 * overlooked. GitHub itself may call one inactive once a job with that environment has ended.
 */
function githubDeployments(connection) {
    return {
        list: async (environment, limit) => {
            const records = [];
            for await (const found of slipwayDeployments(connection, environment)) {
                if (records.length >= limit)
                    break;
                records.push(found);
            }
            return records;
        },
        demandWritable: () => demandWritable(connection),
        create: (deployment) => create(connection, deployment),
        succeed: (id, facts) => succeed(connection, id, facts),
    };
}
async function* slipwayDeployments(connection, environment) {
    const { octokit, owner, repo } = connection;
    const query = { owner, repo, environment, task, per_page: 100 };
    const send = () => octokit.rest.repos.listDeployments(query);
    const listed = askAll(connection, { attempt: deployments_reading, answer: deploymentAnswer, send });
    for await (const found of listed) {
        const payload = payloadSchema.safeParse(plainPayload(found.payload));
        const isMeant = found.task === task && isSameEnvironment(found.environment, environment);
        if (isMeant && payload.success)
            yield recordOf(found, payload.data);
    }
}
function plainPayload(payload) {
    if (typeof payload !== "string")
        return payload;
    try {
        return JSON.parse(payload);
    }
    catch {
        // Anybody may have stored any text there.
        return undefined;
    }
}
function recordOf({ id, environment, sha, url }, { entry, size, root }) {
    return { id, environment, commit: sha, url, entry, size, root };
}
async function newestState(connection, id) {
    const { octokit, owner, repo } = connection;
    const query = { owner, repo, deployment_id: id, per_page: 100 };
    const send = () => octokit.rest.repos.listDeploymentStatuses(query);
    let newest;
    const listed = askAll(connection, { attempt: deployments_reading, answer: statusAnswer, send });
    for await (const status of listed)
        if (status.id >= (newest?.id ?? 0))
            newest = status;
    return newest?.state;
}
async function create(connection, deployment) {
    const { octokit, owner, repo } = connection;
    const { environment, commit, entry, size, root, model, version, digest } = deployment;
    const send = () => octokit.rest.repos.createDeployment({
        owner,
        repo,
        ref: commit,
        task,
        // GitHub would merge the default branch into it, and wait for checks that have nothing to do with it.
        auto_merge: false,
        required_contexts: [],
        payload: { model, version, digest, entry, size, root },
        environment,
        description: shortened(deployment.description),
        request: { retries: 0 },
    });
    const known = async () => {
        for await (const found of slipwayDeployments(connection, environment))
            if (found.entry === entry && found.root === root)
                return found;
        return undefined;
    };
    const post = async () => recordOf(await ask({ attempt: deployments_writing, answer: deploymentAnswer, send }), deployment);
    return once(post, known);
}
/**
 * No deployment has the number 0: a token that may record a status is told that it is not there, one that may not is
 * refused. Where GitHub looks for the deployment first, nothing is known, and the refusal comes later.
 */
async function demandWritable({ octokit, owner, repo }) {
    const status = { owner, repo, deployment_id: 0, state: "success" };
    const send = () => octokit.rest.repos.createDeploymentStatus({ ...status, request: { retries: 0 } });
    try {
        await ask({ attempt: deployments_writing, answer: schemas/* unknown */.L5J(), send });
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo && hasStatus(error.cause, 404, 422)))
            throw error;
    }
}
async function succeed(connection, id, { description, logUrl }) {
    const { octokit, owner, repo } = connection;
    const send = () => octokit.rest.repos.createDeploymentStatus({
        owner,
        repo,
        deployment_id: id,
        state: "success",
        description: shortened(description),
        ...(logUrl === undefined ? {} : { log_url: logUrl }),
        // Models share environments: one that succeeds takes nothing from the others.
        auto_inactive: false,
        request: { retries: 0 },
    });
    // An inactive one was replaced: a new status would bring it back.
    const known = async () => ["success", "inactive"].includes((await newestState(connection, id)) ?? "") || undefined;
    if (await known())
        return;
    await once(() => ask({ attempt: deployments_writing, answer: statusAnswer, send }), known);
}
/** A repeated POST would record twice, so it is not repeated before a look at what is there. */
async function once(post, known) {
    try {
        return await post();
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo && isUncertain(error.cause)))
            throw error;
        return (await known()) ?? post();
    }
}
/** GitHub refuses longer ones. */
function shortened(text) {
    if (text.length <= longestDescription)
        return text;
    const cut = text.slice(0, longestDescription - 1);
    return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

;// CONCATENATED MODULE: ./packages/github/src/commit-pulls.ts




const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
/** GitHub gives an empty object where the e-mail of a commit belongs to no account. */
const owner = account
    .or(schemas/* strictObject */.rej({}).transform(() => null))
    .nullish()
    .transform((person) => person ?? undefined);
/** A commit and the accounts of its author and committer, as far as their e-mails belong to one. */
const commitAnswer = schemas/* object */.Ikc({
    sha,
    author: owner,
    committer: owner,
    parents: schemas/* array */.YOg(schemas/* object */.Ikc({ sha })),
});
const pullAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr().min(1),
    user: account.nullish(),
    merged_at: schemas/* string */.YjP().nullish(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
    head: schemas/* object */.Ikc({ sha }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), sha, repo: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }) }),
});
/** What reading about a commit needs, and how its failure is told. */
function attemptOn(commit) {
    return {
        doing: `read the pull requests behind ${commit.slice(0, 12)}`,
        permissions: ["pull-requests: read"],
        missing: "the commit or the repository",
        code: "SW3109",
    };
}
/** A commit of the repository. @throws UserError SW3109 also where GitHub does not have it */
async function readCommit({ octokit, owner, repo }, commit) {
    const attempt = { ...attemptOn(commit), permissions: ["contents: read"] };
    const send = () => octokit.rest.repos.getCommit({ owner, repo, ref: commit });
    try {
        return await ask({ attempt, answer: commitAnswer, send });
    }
    catch (error) {
        throw error instanceof src/* UserError */.yo && hasStatus(error.cause, 422)
            ? unknown(commit, error)
            : error;
    }
}
function unknown(commit, cause) {
    return new src/* UserError */.yo({
        code: "SW3109",
        message: `GitHub does not know the commit ${commit.slice(0, 12)}, so that nobody can be asked who wrote and reviewed it`,
        remedy: "Push it to the default branch first, and check GITHUB_REPOSITORY.",
        cause,
    });
}
/** The merged pull requests that GitHub lists for a commit, into whatever branch. @throws UserError SW3109 */
async function mergedPulls(connection, commit) {
    const { octokit, owner, repo } = connection;
    const query = { owner, repo, commit_sha: commit, per_page: 100 };
    const merged = [];
    const listed = askAll(connection, {
        attempt: attemptOn(commit),
        answer: pullAnswer,
        send: () => octokit.rest.repos.listPullRequestsAssociatedWithCommit(query),
    });
    for await (const pull of listed)
        if (pull.merged_at)
            merged.push(pull);
    return merged;
}

;// CONCATENATED MODULE: ./packages/github/src/authors.ts



/** GitHub's own name as the committer of what is merged in the browser. */
const webFlow = "web-flow";
const mostListed = 250;
/** Each is a call of the API; of still older commits the authors count, and not who opened their pull requests. */
const mostAsked = 100;
/**
 * Who wrote a change: author and committer of the commit, who opened the merged pull requests behind it (into whatever
 * branch), and who wrote their commits; the same of every commit that came after `since`. GitHub finds the account of a commit by the e-mail in it: an author without an
 * account is not among them, and only the opener of a pull request is proven.
 * @throws UserError SW3109
 */
async function authorsOf(connection, commit, since) {
    const people = new Map();
    const add = (person) => {
        if (person && person.login !== webFlow)
            people.set(person.id, person);
    };
    const addCommit = ({ author, committer }) => {
        add(author);
        add(committer);
    };
    addCommit(await readCommit(connection, commit));
    const others = await commitsAfter(connection, since, commit);
    others.forEach(addCommit);
    const known = new Set();
    for (const each of [commit, ...others.slice(-mostAsked).map(({ sha }) => sha)]) {
        for (const pull of await mergedPulls(connection, each)) {
            if (known.has(pull.number))
                continue;
            known.add(pull.number);
            add(pull.user);
            (await commitsOf(connection, pull, each)).forEach(addCommit);
        }
    }
    return [...people.values()];
}
/** What `commit` has and `since` has not; nothing where it goes back. */
async function commitsAfter(connection, since, commit) {
    if (since === undefined || since === commit)
        return [];
    return compared(connection, { base: { sha: since }, head: { sha: commit } }, commit);
}
async function commitsOf(connection, pull, commit) {
    const { octokit, owner, repo } = connection;
    const attempt = attemptOn(commit);
    const query = { owner, repo, pull_number: pull.number, per_page: 100 };
    const commits = [];
    const listed = askAll(connection, {
        attempt,
        answer: commitAnswer,
        send: () => octokit.rest.pulls.listCommits(query),
    });
    for await (const one of listed)
        commits.push(one);
    // GitHub lists no more than these of a pull request, and does not say so.
    return commits.length < mostListed ? commits : compared(connection, pull, commit);
}
/** All commits between two; of a long pull request those of the base that were merged into it may be among them, which is too strict rather than too lax. */
async function compared({ octokit, owner, repo }, { base, head, }, commit) {
    const basehead = `${base.sha}...${head.sha}`;
    const commits = [];
    for (let page = 1;; page += 1) {
        const query = { owner, repo, basehead, per_page: 100, page };
        const found = await ask({
            attempt: { ...attemptOn(commit), permissions: ["contents: read"] },
            answer: schemas/* object */.Ikc({ total_commits: schemas/* int */.Whr(), commits: schemas/* array */.YOg(commitAnswer) }),
            send: () => octokit.rest.repos.compareCommitsWithBasehead(query),
        });
        commits.push(...found.commits);
        if (found.commits.length === 0 || commits.length >= found.total_commits)
            return commits;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/may-write.ts


/**
 * Whether a person may write to the repository, by the role that counts all ways to it: a review's own
 * `author_association` does not know of members who hide that they are. @throws UserError SW3109
 */
async function mayWrite({ octokit, owner, repo }, login) {
    const { permission } = await ask({
        attempt: {
            doing: `read whether ${login} may write to the repository`,
            permissions: ["metadata: read"],
            missing: "the account",
            code: "SW3109",
            remedy: "Every GITHUB_TOKEN may ask this. A token of another kind needs the repository permission `metadata: read`.",
        },
        answer: schemas/* object */.Ikc({
            permission: schemas/* enum */.k5n(["admin", "maintain", "write", "triage", "read", "none"]),
        }),
        send: () => octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }),
    });
    return permission === "admin" || permission === "maintain" || permission === "write";
}

;// CONCATENATED MODULE: ./packages/github/src/reviews.ts




const reviewAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    state: schemas/* enum */.k5n(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
    user: account.nullish(),
    commit_id: schemas/* string */.YjP().nullish(),
    submitted_at: schemas/* string */.YjP().nullish(),
});
/**
 * The newest answer of each person on the head of the pull request that brought exactly these bytes to the default
 * branch. A review of an older head, a comment, and a review that was dismissed say nothing.
 * Where a repository is public, everybody may review: whether a person may write is another question.
 * What somebody adds to a merge commit by hand is not seen: that takes a rule that nobody pushes to the default branch.
 * @throws UserError SW3109
 */
async function reviewsOf(connection, commit) {
    const found = await readCommit(connection, commit);
    const merged = await mergedPulls(connection, commit);
    const home = merged.length === 0 ? undefined : await readHome(connection, commit);
    const answers = [];
    for (const pull of merged) {
        const isHome = pull.base.repo.id === home?.id && pull.base.ref === home.default_branch;
        if (!isHome || !(await isReviewed(connection, pull, found)))
            continue;
        const reviews = await reviewsIn(connection, pull, commit);
        answers.push(...newestOnHead(reviews, pull).flatMap((one) => answerOf(one, pull, commit)));
    }
    return answers;
}
function readHome({ octokit, owner, repo }, commit) {
    return ask({
        attempt: attemptOn(commit),
        answer: schemas/* object */.Ikc({ id: schemas/* int */.Whr(), default_branch: schemas/* string */.YjP().min(1) }),
        send: () => octokit.rest.repos.get({ owner, repo }),
    });
}
/**
 * Whether the commit holds what was reviewed. GitHub lists a pull request for each commit in it, and for whatever
 * commit made its head part of the base: one below the head is not what was shown to the reviewer, and one that lies
 * on top of the head, or merges another pull request as well, holds more than that.
 */
async function isReviewed({ octokit, owner, repo }, { head, merge_commit_sha: mergeCommit }, { sha, parents }) {
    if (head.sha === sha)
        return true;
    if (mergeCommit !== sha)
        return false;
    if (parents.length > 1)
        return parents.length === 2 && parents[1]?.sha === head.sha;
    // A squash or the end of a rebase: the head itself is not below it.
    const { status } = await ask({
        attempt: { ...attemptOn(sha), permissions: ["contents: read"] },
        answer: schemas/* object */.Ikc({ status: schemas/* enum */.k5n(["ahead", "behind", "diverged", "identical"]) }),
        send: () => {
            const basehead = `${head.sha}...${sha}`;
            return octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
        },
    });
    return status === "diverged";
}
async function reviewsIn(connection, pull, commit) {
    const { octokit, owner, repo } = connection;
    const query = { owner, repo, pull_number: pull.number, per_page: 100 };
    const send = () => octokit.rest.pulls.listReviews(query);
    const reviews = [];
    const listed = askAll(connection, { attempt: attemptOn(commit), answer: reviewAnswer, send });
    for await (const review of listed)
        reviews.push(review);
    return reviews;
}
function newestOnHead(reviews, { head }) {
    const newest = new Map();
    const opinions = reviews.filter(({ state, commit_id }) => commit_id === head.sha && state !== "COMMENTED" && state !== "PENDING");
    for (const review of opinions.toSorted(byTime))
        newest.set(review.user?.id, review);
    return [...newest.values()];
}
function byTime(left, right) {
    const [before, after] = [left.submitted_at ?? "", right.submitted_at ?? ""];
    if (before === after)
        return left.id - right.id;
    return before < after ? -1 : 1;
}
function answerOf({ state, user }, pull, commit) {
    const source = "pull-request";
    const pullRequest = pull.number;
    if (user && state === "APPROVED")
        return [{ person: user, state: "approved", source, pullRequest }];
    if (state !== "CHANGES_REQUESTED")
        return [];
    if (user)
        return [{ person: user, state: "rejected", source, pullRequest }];
    // A deleted account's approval is nobody's; its rejection must not be lost.
    throw malformed(attemptOn(commit), "a review that requests changes has no account");
}

;// CONCATENATED MODULE: ./packages/github/src/team-member.ts




const remedy = "No `permissions:` gives GITHUB_TOKEN this. Make a GitHub App (or a fine-grained token) with the organisation permission `members: read`, and hand its token to promote-model as `team-token`; or name the approvers by login: approvals: { users: [ … ] }.";
/** Whether `login` is an active member of `org/slug`: who was invited and has not accepted is not. @throws UserError SW1202, SW3110 */
async function isTeamMember({ octokit }, team, login) {
    const [org, slug, ...rest] = team.split("/");
    if (!org || !slug || rest.length > 0)
        throw noTeam(team);
    const attempt = {
        doing: `read who belongs to the team ${team}`,
        permissions: ["members: read"],
        missing: "the team",
        code: "SW3110",
        remedy,
    };
    const query = { org, team_slug: slug };
    try {
        const send = () => octokit.rest.teams.getMembershipForUserInOrg({ ...query, username: login });
        const { state } = await ask({ attempt, answer: schemas/* object */.Ikc({ state: schemas/* string */.YjP() }), send });
        return state === "active";
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo && hasStatus(error.cause, 404)))
            throw error;
        // A team that the token may not see is answered as one to which nobody belongs.
        const send = () => octokit.rest.teams.listMembersInOrg({ ...query, per_page: 1 });
        await ask({ attempt, answer: schemas/* array */.YOg(schemas/* unknown */.L5J()), send });
        return false;
    }
}
function noTeam(team) {
    return new src/* UserError */.yo({
        code: "SW1202",
        message: `${JSON.stringify(team.slice(0, 100))} is no team: it must be organisation/team`,
        remedy: "Write the team under `approvals: { teams: [ … ] }` as organisation/team.",
    });
}

;// CONCATENATED MODULE: ./packages/github/src/people.ts








const runAnswer = schemas/* object */.Ikc({
    event: schemas/* string */.YjP().min(1),
    run_attempt: schemas/* int */.Whr().min(1),
    actor: account.nullish(),
    triggering_actor: account.nullish(),
});
const approvalAnswer = schemas/* object */.Ikc({
    state: schemas/* enum */.k5n(["approved", "rejected", "pending"]),
    user: account.nullish(),
    environments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP().min(1) })).min(1),
});
/**
 * What GitHub says about people. Every refusal and every answer that cannot be read is an error, never an empty list.
 * An approval counts for a whole run: GitHub tells neither its time nor the attempt that it was given to.
 */
function githubPeople(connection) {
    return {
        run: async (runId) => {
            const found = await askRun(connection, runId);
            return {
                event: found.event,
                attempt: found.run_attempt,
                actor: found.actor ?? undefined,
                triggeringActor: found.triggering_actor ?? undefined,
            };
        },
        environment: (name) => environmentGate(connection, name),
        environmentApprovals: (runId, environment) => approvals(connection, runId, environment),
        reviews: (commit) => reviewsOf(connection, commit),
        authors: (commit, since) => authorsOf(connection, commit, since),
        mayWrite: (login) => mayWrite(connection, login),
        isTeamMember: (team, login) => isTeamMember(connection, team, login),
    };
}
const people_attemptOn = (doing, runId) => ({
    doing,
    permissions: ["actions: read"],
    missing: `run ${runId}`,
    code: "SW3108",
});
function askRun({ octokit, owner, repo }, runId) {
    return ask({
        attempt: people_attemptOn("read who started the run", runId),
        answer: runAnswer,
        send: () => octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId }),
    });
}
async function approvals(connection, runId, environment) {
    const { octokit, owner, repo } = connection;
    const attempt = people_attemptOn("read who approved the run", runId);
    const answers = [];
    const listed = askAll(connection, {
        attempt,
        answer: approvalAnswer,
        send: () => octokit.rest.actions.getReviewsForRun({ owner, repo, run_id: runId }),
    });
    for await (const { state, user, environments } of listed) {
        const isMeant = environments.some(({ name }) => isSameEnvironment(name, environment));
        // Somebody was asked, and has not answered yet.
        if (!isMeant || state === "pending")
            continue;
        if (user)
            answers.push({ person: user, state, source: "environment", runId });
        // A deleted account's approval is nobody's; its rejection must not be lost.
        else if (state === "rejected")
            throw malformed(attempt, "a rejection without an account");
    }
    return answers;
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
