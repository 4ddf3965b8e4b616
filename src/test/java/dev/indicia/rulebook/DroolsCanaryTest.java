package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * Shapes of rules that releases of Drools have been reported to get wrong. No rule here uses them
 * yet; whoever does, or brings a new release, sees here whether they hold.
 */
class DroolsCanaryTest {
  /** {@code exists( A and not B )} beside a sibling with the same prefix: reported for 10.x. */
  private static final String SIBLINGS =
      """
      package canary
      rule "A word without its number"
      when
          exists( String( this == "a" ) and not Integer( this == 1 ) )
      then
          insert( Boolean.TRUE );
      end
      rule "The word, its number or not"
      when
          exists( String( this == "a" ) )
      then
          insert( 'x' );
      end
      rule "The word with its number"
      when
          exists( String( this == "a" ) and Integer( this == 1 ) )
      then
          insert( Boolean.FALSE );
      end
      """;

  private static List<Object> concluded(String drl, Object... facts) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/canary/canary.drl", drl);
    KieBuilder builder = services.newKieBuilder(files);
    builder.buildAll(ExecutableModelProject.class);
    assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
    KieSession session =
        services
            .newKieContainer(builder.getKieModule().getReleaseId())
            .getKieBase()
            .newKieSession();
    try {
      for (Object fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
      return new ArrayList<>(
          session.getObjects(object -> object instanceof Boolean || object instanceof Character));
    } finally {
      session.dispose();
    }
  }

  @Test
  void firesOnAnExistsWithANotBesideASiblingWithTheSamePrefix() {
    assertThat(concluded(SIBLINGS, "a")).containsExactlyInAnyOrder(true, 'x');
  }

  @Test
  void doesNotFireOnItWhereTheOtherFactIsThere() {
    assertThat(concluded(SIBLINGS, "a", 1)).containsExactlyInAnyOrder(false, 'x');
  }

  @Test
  void firesOnItOnceForSeveralFacts() {
    assertThat(concluded(SIBLINGS, new String("a"), new String("a"), 2))
        .containsExactlyInAnyOrder(true, 'x');
  }

  @Test
  void firesOnNothingWhereNothingIsThere() {
    assertThat(concluded(SIBLINGS, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void firesAsOftenInEachOrderOfTheRules(int copies) {
    StringBuilder drl = new StringBuilder("package canary\n");
    for (int i = copies; i > 0; i--) {
      drl.append("rule \"").append(i).append("\" when exists( String( this == \"a\" )");
      drl.append(" and not Integer( this == ").append(i).append(" ) ) then");
      drl.append(" insert( Character.valueOf( (char) ").append(i).append(" ) ); end\n");
    }
    assertThat(concluded(drl.toString(), "a")).hasSize(copies);
  }
}
