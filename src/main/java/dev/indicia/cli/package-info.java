/** The command line. */
@NullMarked
package dev.indicia.cli;

import org.jspecify.annotations.NullMarked;
