/** Profile and rulebook in, evidence out. */
@NullMarked
package dev.indicia.evaluation;

import org.jspecify.annotations.NullMarked;
