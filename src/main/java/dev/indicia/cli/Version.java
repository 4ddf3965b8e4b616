package dev.indicia.cli;

import dev.indicia.evaluation.Engine;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {Engine.NAME + " " + Engine.VERSION};
  }
}
