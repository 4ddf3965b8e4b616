/** What was written, by whom and where: sources, their excerpts and the word-for-word check. */
@NullMarked
package dev.indicia.source;

import org.jspecify.annotations.NullMarked;
