/** JSON in, strictly, and out, canonically: Jackson's tree stays within its readers and writers. */
@NullMarked
package dev.indicia.json;

import org.jspecify.annotations.NullMarked;
