package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.profile.Facet;
import dev.indicia.profile.Field;
import dev.indicia.profile.Item;
import dev.indicia.profile.Reading;
import dev.indicia.rulebook.Indicator;
import dev.indicia.source.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links the passages of a matched indicator to its witnesses. A passage is linked unless one of its
 * facets contradicts what every witness states about the same field; one that limits is always
 * linked.
 */
final class PassageLinker {
  private final List<Item> witnesses;
  private final List<Link> links = new ArrayList<>();
  private final List<NotLinked> notLinked = new ArrayList<>();

  PassageLinker(List<Item> witnesses) {
    this.witnesses = witnesses;
  }

  /** The linked passages, in corpus order. */
  List<Link> links() {
    return links;
  }

  /** The passages that a facet ruled out, in corpus order. */
  List<NotLinked> notLinked() {
    return notLinked;
  }

  /** Links a passage, or notes the facet that rules it out. */
  void add(Indicator.Passage passage) {
    Stance stance = passage.link().stance();
    List<FacetNote> met = new ArrayList<>();
    List<FacetNote> notMet = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : passage.link().facets().entrySet()) {
      Facet facet = Facet.ofCode(entry.getKey()).orElseThrow();
      List<String> values = entry.getValue();
      Field first = null;
      Field meeting = null;
      boolean contradicted = true;
      for (Item witness : witnesses) {
        Field field = witness.field(facet).orElse(null);
        if (field == null) {
          continue;
        }
        first = first == null ? field : first;
        Reading reading = field.meets(values);
        contradicted &= reading.isFalse();
        if (meeting == null && reading.isTrue()) {
          meeting = field;
        }
      }
      if (meeting != null) {
        met.add(note(facet, values, meeting));
      } else if (first != null && contradicted && stance != Stance.LIMITS) {
        notLinked.add(new NotLinked(passage.excerpt().id(), note(facet, values, first)));
        return;
      } else {
        notMet.add(note(facet, values, contradicted ? first : null));
      }
    }
    links.add(new Link(passage.excerpt().id(), stance, met, notMet));
  }

  private static FacetNote note(Facet facet, List<String> values, @Nullable Field field) {
    return new FacetNote(facet.code(), values, field == null ? null : field.pointerTo(values));
  }
}
