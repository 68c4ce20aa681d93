import { z } from "zod";

/** The parts of a JSON Schema that messages are made of. */
export interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  additionalProperties?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
}

const roots = new WeakMap<z.ZodType, SchemaNode>();

/** What `schema` says of the value at `path`: the JSON Schema that editors' tools are given too. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNode {
  let node = roots.get(schema);
  if (node === undefined) {
    node = z.toJSONSchema(schema, { io: "input", reused: "inline" }) as SchemaNode;
    roots.set(schema, node);
  }
  for (const step of path) node = child(node, step) ?? {};
  return node;
}

/** The example that `schema` gives of the value at `path`; undefined if it gives none. */
export function sampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  const node = schemaAt(schema, path);
  return [node, ...(node.anyOf ?? [])].find(({ examples }) => examples !== undefined)
    ?.examples?.[0];
}

function child(node: SchemaNode, step: PropertyKey): SchemaNode | undefined {
  const own = typeof step === "number" ? node.items : node.properties?.[String(step)];
  if (own !== undefined) return own;
  for (const choice of node.anyOf ?? []) {
    const found = child(choice, step);
    if (found !== undefined) return found;
  }
  const rest = node.additionalProperties;
  return typeof rest === "object" && rest !== null ? (rest as SchemaNode) : undefined;
}
