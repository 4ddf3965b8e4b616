/** The HTTP service: thin routes over the evaluation. */
@NullMarked
package dev.indicia.web;

import org.jspecify.annotations.NullMarked;
