/** Hostile input, looked for by a fuzzer that coverage guides. docs/fuzzing.md says how. */
package dev.indicia.fuzz;
