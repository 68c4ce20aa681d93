import type { JsonLdNode } from "./json-ld-node.ts";

/** The society: what is known of it and no more. */
export interface Organisation {
  /** Names it in the data of other pages; the same for ever. */
  id: string;
  name: string;
  /** Its name in the other language. */
  otherName: string;
  /** Absolute. */
  url: string;
  email: string;
  telephone: string;
  /** Absolute, of a picture of at least 112 by 112 pixels. */
  logo: string;
  /** Lines of the address. */
  address: readonly string[];
}

/** https://developers.google.com/search/docs/appearance/structured-data/organization */
export function organisationNode(organisation: Organisation): JsonLdNode {
  const { id, name, otherName, url, logo, email, telephone, address } = organisation;
  return {
    "@type": "Organization",
    "@id": id,
    name,
    alternateName: otherName,
    url,
    logo,
    email,
    telephone,
    address: { "@type": "PostalAddress", streetAddress: address.join(", ") },
  };
}
