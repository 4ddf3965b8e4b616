/** Rules, register, sources and vocabulary, checked and compiled as one. */
@NullMarked
package dev.indicia.rulebook;

import org.jspecify.annotations.NullMarked;
