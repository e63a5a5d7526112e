// First step of every job: the layer learns which job is calling, and lets it in or turns it away as its environment does.
import { appendFileSync } from "node:fs";
import process from "node:process";

const { GITHUB_ENV, LAYER_URL, LAYER_JOB, LAYER_ENVIRONMENT, LAYER_DEPLOYMENT } = process.env;
const body = JSON.stringify({
  job: LAYER_JOB,
  environment: LAYER_ENVIRONMENT,
  deployment: LAYER_DEPLOYMENT !== "false",
});
const answer = await fetch(`${LAYER_URL}/job-start`, { method: "POST", body });
const text = await answer.text();
if (answer.ok) {
  // What a runner sets for this job alone.
  appendFileSync(GITHUB_ENV, text);
} else {
  process.stdout.write(`::error title=The job may not start::${text}\n`);
  process.exitCode = 1;
}
