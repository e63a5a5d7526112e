/** The suite's version; a test keeps it equal to the root package.json. */
export const version = "0.1.0";
