/** The list of the addresses that were ever published, from the project's root. */
export const addressesPath = "content/_data/addresses.json";
