/** What is logged: codes of a closed set, and never a value of a profile. */
@NullMarked
package dev.indicia.log;

import org.jspecify.annotations.NullMarked;
