package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
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

/** The files of a rulebook's folder, by their path in it. */
public final class RulebookFiles {
  private final SortedMap<String, byte[]> files;

  private RulebookFiles(SortedMap<String, byte[]> files) {
    this.files = Collections.unmodifiableSortedMap(files);
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
    return new RulebookFiles(files);
  }

  /**
   * Files that stand on the class path.
   *
   * @param root their folder, with a slash at its end
   * @param names their paths in it
   * @throws IOException if one cannot be read
   */
  static RulebookFiles onClassPath(String root, List<String> names) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : names) {
      files.put(name, resource(root + name));
    }
    return new RulebookFiles(files);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RulebookFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      return in.readAllBytes();
    }
  }

  /** The bytes of a file, if the rulebook has it. */
  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The text of a file, if the rulebook has it. */
  Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
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
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (!name.endsWith("/cases.json")) {
            hashes.put(name, CanonicalJson.sha256(bytes));
          }
        });
    return hashes;
  }
}
