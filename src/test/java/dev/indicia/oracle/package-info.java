/**
 * A second reading of the indicator register, in plain Java, straight from the register's text. It
 * shares nothing with the rules that it is compared with.
 */
@NullMarked
package dev.indicia.oracle;

import org.jspecify.annotations.NullMarked;
