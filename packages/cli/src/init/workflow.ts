/** examples/workflows/model.yml, letter by letter; a test keeps them equal. */
const modelWorkflow = `name: Model

on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: model-\${{ github.ref }}
  # What is pushed to main becomes the baseline of tomorrow, so that it is never cut off.
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  judge:
    name: Judge the change
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read # check out, and read the baseline on the slipway branch
      pull-requests: write # post the comment
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 50 # enough history to find the baseline; more is fetched where it is needed
          persist-credentials: false
      # Put the steps that train your model or fetch its predictions here, or name the command in slipway.yaml (\`run:\`).
      - uses: slipway-ml/slipway/actions/validate-data@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/evaluate-model@0000000000000000000000000000000000000000 # v0.1.0
        if: always() # damaged data is no reason to hide what the model does
      - uses: slipway-ml/slipway/actions/comment-metrics@0000000000000000000000000000000000000000 # v0.1.0
        if: always() # a verdict that blocks is the one that has to be shown

  keep:
    name: Keep the baseline
    if: github.event_name == 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: write # append the evidence to the slipway branch
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 50 # enough history to find the baseline; more is fetched where it is needed
          persist-credentials: false
      # The same steps as above: train, or fetch the predictions.
      - uses: slipway-ml/slipway/actions/validate-data@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/evaluate-model@0000000000000000000000000000000000000000 # v0.1.0
      - uses: slipway-ml/slipway/actions/store-evidence@0000000000000000000000000000000000000000 # v0.1.0
`;

/** The workflow that `slipway init` writes; without an evaluation in slipway.yaml that step would only fail. */
export function workflowText(hasEvaluations: boolean): string {
  if (hasEvaluations) return modelWorkflow;
  return modelWorkflow.replaceAll(/^ *- uses: \S+\/evaluate-model@.*\n( +if: .*\n)?/gm, "");
}
