/** Codes and the names that resolve to them, by equality after folding. */
@NullMarked
package dev.indicia.vocabulary;

import org.jspecify.annotations.NullMarked;
