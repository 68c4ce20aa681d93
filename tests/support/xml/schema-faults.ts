import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";

/** A schema, ready to use. */
export type Schema = RelaxNGValidator | XsdValidator;

/** Reads a schema in RELAX NG (XML syntax) or XML Schema. Throws where it is none. */
export function readSchema(text: string): Schema {
  const document = XmlDocument.fromString(text);
  return document.root.namespaceUri === "http://relaxng.org/ns/structure/1.0"
    ? RelaxNGValidator.fromDoc(document)
    : XsdValidator.fromDoc(document);
}

/** What libxml2 finds wrong in an XML text: that it is not well formed, or not what `schema` wants. */
export function schemaFaults(text: string, schema: Schema): string[] {
  try {
    using document = XmlDocument.fromString(text);
    schema.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message.trim().split("\n");
  }
}
