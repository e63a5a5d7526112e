const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const look = 'echo "text=$(paste -sd " " a.csv)" >> "$GITHUB_OUTPUT"';

/** Two jobs of a matrix that look, annotate and call the API; `grant` is a line below `permissions:`, or nothing. */
export function pullFlow(grant: string): string {
  return `
name: model
on: { pull_request: { paths: ["*.csv"] } }
permissions: {}
jobs:
  judge:
    runs-on: ubuntu-latest
    strategy: { matrix: { v: [1, 2] } }
    permissions:${grant === "" ? " {}" : `\n      ${grant}`}
    steps:
      - uses: ${checkout}
      - id: look
        run: |
          ${look}
          echo "::warning file=a.csv,line=2::look here"
          echo "# Seen" >> "$GITHUB_STEP_SUMMARY"
      - id: call
        uses: $/actions/call
  last:
    needs: judge
    if: failure()
    runs-on: ubuntu-latest
    steps: [{ run: echo never }]
`;
}

/** The half that stores something as an artifact. */
export const upload = `
name: model
on: pull_request
permissions: {}
jobs:
  collect:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with: { name: evidence, path: a.csv }
`;

/** The half that reads it afterwards. */
export const comment = `
name: comment
on: { workflow_run: { workflows: [model], types: [completed] } }
permissions: {}
jobs:
  comment:
    runs-on: ubuntu-latest
    permissions:
      actions: read # download
    steps:
      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: evidence
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - id: read
        run: ${look}
`;

/** Jobs behind two environments, and one after them. */
export const environments = `
name: deploy
on: { push: { branches: [main] } }
permissions: {}
jobs:
  staging:
    environment: staging
    runs-on: ubuntu-latest
    steps: [{ run: echo staging }]
  production:
    environment: { name: production, deployment: false }
    runs-on: ubuntu-latest
    steps: [{ run: echo production }]
  after:
    needs: production
    runs-on: ubuntu-latest
    steps: [{ run: echo after }]
`;

const ask = `
        run: |
          node --input-type=module -e '
            const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = process.env;
            if (!url) { console.log("environment=no identity"); process.exit(); }
            const answer = await fetch(url + "&audience=sample", { headers: { authorization: "Bearer " + bearer } });
            const { value } = await answer.json();
            const claims = JSON.parse(Buffer.from(value.split(".")[1], "base64url"));
            console.log("environment=" + claims.environment);
          ' >> "$GITHUB_OUTPUT"`;

/** Jobs that ask who they are. */
export const identities = `
name: prove
on: push
permissions: {}
jobs:
  named:
    environment: staging
    runs-on: ubuntu-latest
    permissions:
      id-token: write # prove the environment
    steps:
      - id: ask${ask}
  unnamed:
    runs-on: ubuntu-latest
    permissions:
      id-token: write # prove the run
    steps:
      - id: ask${ask}
  without:
    environment: staging
    runs-on: ubuntu-latest
    steps:
      - id: ask${ask}
`;
