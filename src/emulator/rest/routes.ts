import type { Routes } from '../http/call.ts';
import { appRoutes } from './apps.ts';
import { assigneeRoutes } from './assignees.ts';
import { checkRunRoutes } from './check-runs.ts';
import { collaboratorRoutes } from './collaborators.ts';
import { commentRoutes } from './comments.ts';
import { compareRoutes } from './compare.ts';
import { contentRoutes } from './contents.ts';
import { dependencyRoutes } from './dependencies.ts';
import { gitRoutes } from './git.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { hookConfigRoutes } from './hook-config.ts';
import { hookDeliveryRoutes } from './hook-deliveries.ts';
import { installationTokenRoutes } from './installation-tokens.ts';
import { installationRoutes } from './installations.ts';
import { issueEventRoutes } from './issue-events.ts';
import { issueTypeRoutes } from './issue-types.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { memberRoutes } from './members.ts';
import { milestoneRoutes } from './milestones.ts';
import { organizationRoutes } from './organizations.ts';
import { pullRoutes } from './pulls.ts';
import { reactionRoutes } from './reactions.ts';
import { refRoutes } from './refs.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewCommentRoutes } from './review-comments.ts';
import { reviewRequestRoutes } from './review-requests.ts';
import { reviewRoutes } from './reviews.ts';
import { searchRoutes } from './search.ts';
import { statusRoutes } from './statuses.ts';
import { subIssueRoutes } from './sub-issues.ts';
import { teamRepositoryRoutes } from './team-repositories.ts';
import { teamRoutes } from './teams.ts';

/** Every operation of the REST API that is answered. Of two that fit a path the earlier one answers. */
export const routes: Routes = {
  ...appRoutes,
  ...installationRoutes,
  ...installationTokenRoutes,
  ...hookConfigRoutes,
  ...hookDeliveryRoutes,
  ...repositoryRoutes,
  ...collaboratorRoutes,
  ...organizationRoutes,
  ...memberRoutes,
  ...teamRoutes,
  ...teamRepositoryRoutes,
  ...issueTypeRoutes,
  // Before the issues: `issues/comments` and `issues/events` would otherwise be read as issues.
  ...commentRoutes,
  ...issueEventRoutes,
  ...reactionRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...assigneeRoutes,
  ...subIssueRoutes,
  ...dependencyRoutes,
  ...searchRoutes,
  // As with the issues: `pulls/comments` is no pull request.
  ...reviewCommentRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...reviewRequestRoutes,
  ...contentRoutes,
  // Before git: `commits/{ref}` has slashes in its name, and would take `check-runs` for the end of one.
  ...checkRunRoutes,
  ...statusRoutes,
  ...compareRoutes,
  ...gitRoutes,
  ...gitObjectRoutes,
  ...refRoutes,
};
