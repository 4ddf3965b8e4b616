package dev.indicia.rulebook;

import dev.indicia.profile.Cause;
import dev.indicia.profile.Item;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Reading;
import java.util.List;

/**
 * What a rule concludes: the condition of an indicator is true, or open, for these items.
 *
 * @param indicator id of the indicator
 * @param reading true, or open with what is missing
 * @param items the items that the condition was read for
 */
public record Finding(String indicator, Reading reading, List<Item> items) {
  /**
   * The conclusion of a rule, as a rule's text writes it. A condition that asks nothing of an item
   * that is not recorded is no more than open: nothing unrecorded is ever a witness.
   */
  public static Finding of(String indicator, Reading reading, Item... items) {
    Reading held = reading;
    for (Item item : items) {
      if (held.isTrue() && !item.isRecorded()) {
        held = Reading.open(new Missing(item.pointer(), Cause.GROUP_ABSENT));
      }
    }
    return new Finding(indicator, held, List.of(items));
  }
}
