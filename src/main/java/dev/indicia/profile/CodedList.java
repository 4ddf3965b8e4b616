package dev.indicia.profile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of coded values of an item, with what may be missing from it. */
public final class CodedList implements Field {
  private final String pointer;
  private final List<Coded> members;
  private final @Nullable Reading rest;
  private final boolean stated;

  private CodedList(String pointer, List<Coded> members, @Nullable Reading rest, boolean stated) {
    this.pointer = pointer;
    this.members = List.copyOf(members);
    this.rest = rest;
    this.stated = stated;
  }

  /**
   * A recorded list.
   *
   * @param incomplete whether the profile says that there may be more members
   */
  static CodedList of(String pointer, List<Coded> members, boolean incomplete) {
    Reading rest = incomplete ? Reading.open(new Missing(pointer, Cause.INCOMPLETE)) : null;
    return new CodedList(pointer, members, rest, true);
  }

  /** A list that is absent or null, or whose item is not recorded. */
  static CodedList unstated(Missing missing) {
    return new CodedList(missing.pointer(), List.of(), Reading.open(missing), false);
  }

  /** Where it stands in the profile. */
  public String pointer() {
    return pointer;
  }

  /** Whether the profile states the list, be it empty. */
  public boolean isStated() {
    return stated;
  }

  /** Its members, in the profile's order. */
  public List<Coded> members() {
    return members;
  }

  @Override
  public Reading meets(FacetValues wanted) {
    return includesOneOf(wanted.values());
  }

  /** The pointer of the first member with one of the codes, else of the list. */
  @Override
  public String pointerTo(FacetValues wanted) {
    for (Coded member : members) {
      if (member.meets(wanted).isTrue()) {
        return member.pointer();
      }
    }
    return pointer;
  }

  /**
   * Whether a member is one of these codes; open while an open member or a missing one could be.
   */
  public Reading includes(String... wanted) {
    return includesOneOf(Arrays.asList(wanted));
  }

  private Reading includesOneOf(List<String> wanted) {
    Reading all = rest == null ? Reading.FALSE : rest;
    for (int i = 0; i < members.size(); i++) {
      all = Reading.anyOf(all, members.get(i).isOneOf(wanted));
      if (all.isTrue()) {
        return all;
      }
    }
    return all;
  }
}
