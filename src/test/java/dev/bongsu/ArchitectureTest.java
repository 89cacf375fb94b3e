package dev.bongsu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/// Holds the house together: which package may know which, and where each vendor lives.
class ArchitectureTest {
  private static final String ROOT = "dev.bongsu";

  private static final List<List<String>> LEVELS =
      List.of(
          List.of("language", "charset", "storage", "chat", "demo"),
          List.of("analysis", "summary"),
          List.of("page", "inbox", "access", "http", "query"),
          List.of("syndication", "subscription", "console"),
          List.of("feed", "match"),
          List.of("article"),
          List.of("alert", "archive"),
          List.of("delivery"),
          List.of("conversation", "retention"),
          List.of("command"),
          List.of("pipeline", "telegram", "slack", "web"),
          List.of("config"),
          List.of("cli"));

  private static final Map<String, List<String>> VENDOR_HOMES =
      Map.ofEntries(
          Map.entry("com.rometools..", List.of("syndication")),
          Map.entry("net.dankito.readability4j..", List.of("page")),
          Map.entry("org.jsoup..", List.of("syndication", "page")),
          Map.entry("org.apache.lucene..", List.of("analysis", "archive")),
          Map.entry("org.quartz..", List.of("pipeline")),
          Map.entry("org.springframework.web..", List.of("web", "slack", "demo")),
          Map.entry("org.apache.hc..", List.of("http")),
          Map.entry("okhttp3..", List.of("http", "slack", "telegram")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("org.telegram..", List.of("telegram")),
          Map.entry("com.slack..", List.of("slack")),
          Map.entry("org.brotli..", List.of("http")),
          Map.entry("com.github.luben..", List.of("http")),
          Map.entry("crawlercommons..", List.of("http")));

  private static final Pattern LEVEL_ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void modulesImportOnlyWhatTheyDeclare() {
    ApplicationModules.of(ROOT).verify();
  }

  @Test
  void everyPackageHasItsLevel() {
    List<String> known = LEVELS.stream().flatMap(List::stream).toList();
    assertThat(CLASSES.stream().map(ArchitectureTest::houseOf).filter(house -> !house.isEmpty()))
        .isSubsetOf(known);
  }

  @Test
  void theDocumentShowsTheseLevels() throws IOException {
    String document = Files.readString(Path.of("docs", "architecture.md"));
    List<List<String>> rows =
        LEVEL_ROW.matcher(document).results().map(row -> namesIn(row.group(2))).toList();

    assertThat(rows.reversed()).isEqualTo(LEVELS);
    assertThat(LEVEL_ROW.matcher(document).results().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.range(0, LEVELS.size()).boxed().toList().reversed());
  }

  private static List<String> namesIn(String row) {
    return NAME.matcher(row).results().map(name -> name.group(1)).toList();
  }

  @Test
  void packagesImportOnlyFromLowerLevels() {
    List<String> offences = new ArrayList<>();
    for (JavaClass origin : CLASSES) {
      origin.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> climbs(origin, dependency.getTargetClass()))
          .forEach(dependency -> offences.add(dependency.getDescription()));
    }
    assertThat(offences).isEmpty();
  }

  private static boolean climbs(JavaClass origin, JavaClass target) {
    String from = houseOf(origin);
    String to = houseOf(target);
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to) && levelOf(to) >= levelOf(from);
  }

  private static int levelOf(String house) {
    return LEVELS.indexOf(LEVELS.stream().filter(l -> l.contains(house)).findFirst().orElseThrow());
  }

  /// The direct sub-package of a class; blank for the root and for other people's classes.
  private static String houseOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
  }

  static Stream<Map.Entry<String, List<String>>> vendorHomes() {
    return VENDOR_HOMES.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("vendorHomes")
  void vendorsStayInTheirHomes(Map.Entry<String, List<String>> vendor) {
    List<String> homes =
        vendor.getValue().stream().map(home -> ROOT + "." + home).collect(Collectors.toList());
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .and()
        .haveNameNotMatching("dev\\.bongsu\\.Bongsu")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor.getKey())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void timeComesFromTheInjectedClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".config")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  @Test
  void sqlLivesInStores() {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT + ".storage")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("org.springframework.jdbc.core..")
        .check(CLASSES);
  }

  /// Classes of one package know each other one way only. A sealed family may be a ring: its parts
  /// are made to be read together.
  @Test
  void noRingOfClassesInsideAPackage() {
    assertThat(ClassRings.of(CLASSES)).isEmpty();
  }
}
