package dev.indicia.profile;

import java.util.List;

/** A field of an item that a passage's facet may speak of. */
public sealed interface Field permits Coded, CodedList, Period {
  /** Whether the recorded value is, or includes, one of these values. */
  Reading meets(List<String> values);

  /** The pointer of the recorded value that meets them, else of the field. */
  String pointerTo(List<String> values);
}
