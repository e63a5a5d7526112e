import { type Route } from "../call.ts";
import { activityRoutes } from "./activity.ts";
import { approvalRoutes } from "./approvals.ts";
import { checkRoutes } from "./checks.ts";
import { collaboratorRoutes } from "./collaborators.ts";
import { commentRoutes } from "./comments.ts";
import { commitRoutes } from "./commits.ts";
import { contentRoutes } from "./contents.ts";
import { deploymentRoutes } from "./deployments.ts";
import { deploymentStatusRoutes } from "./deployment-statuses.ts";
import { environmentRoutes } from "./environments.ts";
import { gitDataRoutes } from "./git-data.ts";
import { graphqlRoute } from "./graphql.ts";
import { pullRoutes } from "./pulls.ts";
import { repositoryRoutes } from "./repositories.ts";
import { reviewRoutes } from "./reviews.ts";
import { runRoutes } from "./runs.ts";
import { statusRoutes } from "./statuses.ts";
import { tagRoutes } from "./tags.ts";
import { teamRoutes } from "./teams.ts";

/** Every REST endpoint of the fake; a new subject adds its file here. */
export const allRoutes: readonly Route[] = [
  ...repositoryRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...checkRoutes,
  ...statusRoutes,
  ...contentRoutes,
  ...gitDataRoutes,
  ...commitRoutes,
  ...runRoutes,
  ...approvalRoutes,
  ...environmentRoutes,
  ...deploymentRoutes,
  ...deploymentStatusRoutes,
  ...reviewRoutes,
  ...collaboratorRoutes,
  ...teamRoutes,
  ...activityRoutes,
  ...tagRoutes,
];

/** All that the fake answers: GitHub's description of its REST API does not have the last one. */
export const servedRoutes: readonly Route[] = [...allRoutes, graphqlRoute];
