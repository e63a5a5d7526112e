// First step of every job: the layer learns which job is calling, and lets it in or turns it away as its environment does.
import process from "node:process";

const { LAYER_URL, LAYER_JOB, LAYER_ENVIRONMENT, LAYER_DEPLOYMENT } = process.env;
const body = JSON.stringify({
  job: LAYER_JOB,
  environment: LAYER_ENVIRONMENT,
  deployment: LAYER_DEPLOYMENT !== "false",
});
const answer = await fetch(`${LAYER_URL}/job-start`, { method: "POST", body });
if (!answer.ok) {
  process.stdout.write(`::error title=The job may not start::${await answer.text()}\n`);
  process.exitCode = 1;
}
