package dev.indicia.profile;

import java.util.Optional;

/**
 * One recorded fact. Also stands for what a group may hold beyond its recorded items: the whole of
 * a group that is not stated, or the rest of one that the profile calls incomplete. Of such an item
 * nothing is known, so every condition on it is open, at the group's own pointer.
 */
public sealed interface Item
    permits Affiliation, FamilyTie, Residence, Measure, Activity, ArmedActivity, Incident, Return {
  /**
   * Where it stands in the profile: {@code /residences/0}, or {@code /residences} if not recorded.
   */
  String pointer();

  /** The group it belongs to. */
  FactGroup group();

  /** The field that a facet speaks of, if this kind of item has it. */
  Optional<Field> field(Facet facet);

  /** Whether it stands in the profile. */
  default boolean isRecorded() {
    return pointer().length() > group().pointer().length();
  }
}
