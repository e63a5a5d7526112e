// First step of every job: the layer learns which job is calling, and can refuse it, as an environment's reviewers would.
import process from "node:process";

const { LAYER_URL, LAYER_JOB, LAYER_ENVIRONMENT } = process.env;
const body = JSON.stringify({ job: LAYER_JOB, environment: LAYER_ENVIRONMENT });
const answer = await fetch(`${LAYER_URL}/job-start`, { method: "POST", body });
if (!answer.ok) {
  process.stdout.write(`::error title=The job may not start::${await answer.text()}\n`);
  process.exitCode = 1;
}
