package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The files of a rulebook's folder, by their path in it. */
public final class RulebookFiles {
  private final SortedMap<String, byte[]> files;
  private final boolean checked;

  /** Made by the first that asks; another one waits. */
  private @Nullable SortedMap<String, String> hashes;

  private RulebookFiles(SortedMap<String, byte[]> files, boolean checked) {
    this.files = Collections.unmodifiableSortedMap(files);
    this.checked = checked;
  }

  /**
   * The files of a folder: JSON and DRL; others, and hidden ones, are no part of a rulebook.
   *
   * @throws IOException if the folder cannot be read
   */
  public static RulebookFiles in(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if ((name.endsWith(".json") || name.endsWith(".drl")) && !name.contains("/.")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return new RulebookFiles(files, false);
  }

  /** Files that a build has checked. */
  static RulebookFiles checked(SortedMap<String, byte[]> files) {
    return new RulebookFiles(files, true);
  }

  /** Whether a build has checked them, so that none is checked again. */
  boolean isChecked() {
    return checked;
  }

  /** Whether a file tries the rules and says nothing itself. */
  static boolean isCases(String name) {
    return name.endsWith("/cases.json");
  }

  /** The bytes of a file, if the rulebook has it. */
  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The text of a file, if the rulebook has it. */
  Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * The JSON of a file, if the rulebook has it.
   *
   * @throws MalformedJsonException if it is none
   */
  Optional<JsonNode> tree(String name) throws MalformedJsonException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      return Optional.empty();
    }
    return Optional.of(checked ? StrictJson.readChecked(bytes) : StrictJson.read(bytes));
  }

  /** All paths, sorted. */
  List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The paths of the files right in a folder, sorted. */
  List<String> namesIn(String folder) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
        .toList();
  }

  /** SHA-256 of each file that says something: all but the cases that try the rules. */
  synchronized SortedMap<String, String> hashes() {
    if (hashes == null) {
      SortedMap<String, String> made = new TreeMap<>();
      files.forEach(
          (name, bytes) -> {
            if (!isCases(name)) {
              made.put(name, CanonicalJson.sha256(bytes));
            }
          });
      hashes = Collections.unmodifiableSortedMap(made);
    }
    return hashes;
  }
}
