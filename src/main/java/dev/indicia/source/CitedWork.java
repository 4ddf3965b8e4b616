package dev.indicia.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A work that a source cites for what it says.
 *
 * @param publisher outlet, issuing body or publishing house, as printed
 * @param title title, as printed
 * @param date date, as printed
 * @param url address, where the source prints one
 * @param locator page or section, where the source names one
 * @param footnote the source's note that cites it
 */
public record CitedWork(
    String publisher,
    @Nullable String title,
    @Nullable String date,
    @Nullable String url,
    @Nullable String locator,
    String footnote) {
  /**
   * Written out, since the works of a passage are told apart at each start, and linking the one
   * that Java makes would take 10 ms of it.
   */
  @Override
  public int hashCode() {
    return Objects.hash(publisher, title, date, url, locator, footnote);
  }
}
