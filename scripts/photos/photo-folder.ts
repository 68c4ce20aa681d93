/** Where originals and their records live, from the project's root. */
export const photoFolder = "assets/photos";
