import { registryView, type RegistryView, type TagLike } from "../src/index.ts";

/** An annotated tag at commit `c1`, unless it says otherwise. */
export function aTag(name: string, facts: Partial<Omit<TagLike, "name">> = {}): TagLike {
  return {
    name,
    annotated: true,
    target: "commit",
    targetId: "c1",
    time: 1000,
    message: "",
    ...facts,
  };
}

/** Annotated tags `NAME COMMIT`, one minute after the other. */
export function inOrder(...tags: readonly string[]): readonly TagLike[] {
  return tags.map((text, at) => {
    const [name = "", targetId = ""] = text.split(" ");
    return aTag(name, { targetId, time: 1000 + at * 60 });
  });
}

/** The version in each stage of an artifact. */
export function stagesOf(view: RegistryView, artifact: string): Readonly<Record<string, string>> {
  const stages = view.artifacts.get(artifact)?.stages.values() ?? [];
  return Object.fromEntries([...stages].map(({ stage, version }) => [stage, version]));
}

/** The kinds of what is odd, beside the tags. */
export function oddities(tags: readonly TagLike[]): readonly string[] {
  return registryView(tags).problems.map(({ tag, kind }) => `${tag}: ${kind}`);
}
