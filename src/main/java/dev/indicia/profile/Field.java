package dev.indicia.profile;

/** A field of an item that a passage's facet may speak of. */
public sealed interface Field permits Coded, CodedList, Period {
  /**
   * Whether the recorded value is, or includes, one of these values. An open answer names one of
   * the parts that leave it open, not all of them.
   */
  Reading meets(FacetValues wanted);

  /** The pointer of the recorded value that meets them, else of the field. */
  String pointerTo(FacetValues wanted);
}
