package dev.indicia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of the house: arrows run upward only. */
@AnalyzeClasses(packages = "dev.indicia", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify..";

  @ArchTest
  static final ArchRule JSON_KNOWS_JACKSON_ALONE =
      classes()
          .that()
          .resideInAPackage("..json")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.indicia.json", JDK, NULLNESS, "tools.jackson..");

  @ArchTest
  static final ArchRule SOURCE_KNOWS_NO_LIBRARY =
      classes()
          .that()
          .resideInAPackage("..source")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.indicia.source", "dev.indicia.json", JDK, NULLNESS);

  @ArchTest
  static final ArchRule PROFILE_KNOWS_JSON_AND_ITS_SCHEMA =
      classes()
          .that()
          .resideInAPackage("..profile")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.indicia.profile",
              "dev.indicia.json",
              JDK,
              NULLNESS,
              "tools.jackson..",
              "com.networknt.schema..");

  @ArchTest
  static final ArchRule VOCABULARY_KNOWS_ICU_ALONE =
      classes()
          .that()
          .resideInAPackage("..vocabulary")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.indicia.vocabulary", JDK, NULLNESS, "com.ibm.icu..");

  @ArchTest
  static final ArchRule RULEBOOK_KNOWS_WHAT_IT_IS_MADE_OF =
      noClasses()
          .that()
          .resideInAPackage("..rulebook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.indicia.evaluation", "dev.indicia.web", "dev.indicia.cli", "io.javalin..");

  @ArchTest
  static final ArchRule EVALUATION_KNOWS_NO_INTERFACE =
      noClasses()
          .that()
          .resideInAPackage("..evaluation")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.indicia.web", "dev.indicia.cli", "io.javalin..", "picocli..");

  @ArchTest
  static final ArchRule ONLY_THE_RULEBOOK_KNOWS_DROOLS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.indicia.rulebook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule ONLY_THE_WEB_KNOWS_JAVALIN =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.indicia.web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.indicia.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.indicia.(*)..").should().beFreeOfCycles();

  /** A clock below the interfaces would make one profile read differently on two days. */
  @ArchTest
  static final ArchRule NOTHING_BELOW_THE_INTERFACES_READS_A_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.indicia.web", "dev.indicia.cli")
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
