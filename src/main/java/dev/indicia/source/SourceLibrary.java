package dev.indicia.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources of a rulebook and their excerpts, in corpus order. Immutable. */
public final class SourceLibrary {
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, Excerpt> excerpts = new LinkedHashMap<>();

  /** A library of these sources, in this order. */
  public SourceLibrary(List<Source> sources) {
    for (Source source : sources) {
      this.sources.put(source.id(), source);
      source.excerpts().forEach(excerpt -> excerpts.put(excerpt.id(), excerpt));
    }
  }

  /** All sources, in corpus order. */
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** All excerpts, source by source, each in the order of its text. */
  public List<Excerpt> excerpts() {
    return List.copyOf(excerpts.values());
  }

  /** The source of an id. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** The excerpt of an id. */
  public Optional<Excerpt> excerpt(String id) {
    return Optional.ofNullable(excerpts.get(id));
  }
}
