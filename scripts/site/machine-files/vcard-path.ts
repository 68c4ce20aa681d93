/** Where the contact card stands, below `_site/`. */
export const vcardPath = "contact/l-s-p.vcf";
