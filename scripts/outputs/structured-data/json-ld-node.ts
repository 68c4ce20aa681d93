/** A thing in structured data. Members that are undefined are left out when it is written. */
export type JsonLdNode = Readonly<{ "@type": string } & Record<string, unknown>>;
