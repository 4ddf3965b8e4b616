/**
 * What is recorded of one case: its items, three-valued conditions on them, and their strict
 * reader.
 */
@NullMarked
package dev.indicia.profile;

import org.jspecify.annotations.NullMarked;
