package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What an advisory says, in its own lines: which product, which flaw with its score, what to do.
///
/// Not ranked: in a list every line is as central as the next.
final class AdvisorySummary {
  private static final Pattern BULLET = Pattern.compile("^(?:[□■○◦◇oㅇ*•▶·-]\\s*|\\d{1,2}[.)]\\s+)");
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[CK]VE-\\d{4}-\\d{3,7}\\b");
  private static final Pattern SCORE =
      Pattern.compile(
          LanguagePacks.anyOf(PackFile.SEVERITY_WORDS)
              + "[^\\d]{0,25}(?:v?[234](?:\\.\\d)?[^\\d]{1,25})?(\\d{1,2}\\.\\d)");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern ACTION = LanguagePacks.pattern(PackFile.ADVISORY_ACTIONS);
  private static final Pattern AFFECTED = LanguagePacks.pattern(PackFile.AFFECTED_VERSIONS);
  private static final Pattern HEADING =
      Pattern.compile("[:：]$|" + LanguagePacks.anyOf(PackFile.ADVISORY_TABLE_HEADINGS));
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");
  private static final int MIN_LINE_LENGTH = 8;

  private AdvisorySummary() {}

  /// The lines in the article's order, together at most [Summarizer#MAX_LENGTH] long; empty if
  /// nothing of the kind is said.
  static List<String> of(String title, String text, String language) {
    List<String> units = units(text, language);
    Set<String> chosen = new LinkedHashSet<>();
    add(worstVulnerability(units), chosen);
    add(best(units, unit -> actionScore(unit, title)), chosen);
    add(best(units, unit -> affectedVersionScore(unit, title)), chosen);
    add(best(units, unit -> titleScore(unit, title, chosen)), chosen);
    return units.stream().filter(chosen::contains).distinct().toList();
  }

  private static List<String> units(String text, String language) {
    return text.lines()
        .map(line -> BULLET.matcher(line.strip()).replaceFirst(""))
        .flatMap(line -> SentenceSplitter.split(line, language).stream())
        .filter(unit -> unit.length() >= MIN_LINE_LENGTH && !HEADING.matcher(unit).find())
        .toList();
  }

  /// The sentence with the identifier of the gravest flaw, and the one with its score if that comes
  /// right after it.
  private static List<String> worstVulnerability(List<String> units) {
    List<String> best = List.of();
    double worst = -1;
    for (int i = 0; i < units.size(); i++) {
      if (!IDENTIFIER.matcher(units.get(i)).find()) {
        continue;
      }
      List<String> flaw = new ArrayList<>(List.of(units.get(i)));
      if (score(flaw.getFirst()) < 0 && i + 1 < units.size() && score(units.get(i + 1)) >= 0) {
        flaw.add(units.get(i + 1));
      }
      double score = flaw.stream().mapToDouble(AdvisorySummary::score).max().orElse(-1);
      if (best.isEmpty() || score > worst) {
        best = flaw;
        worst = score;
      }
    }
    return best;
  }

  private static double score(String unit) {
    return SCORE
        .matcher(unit)
        .results()
        .map((MatchResult found) -> Double.parseDouble(found.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(-1.0);
  }

  private static double actionScore(String unit, String title) {
    return ACTION.matcher(unit).find() ? 1 + versionScore(unit) + titleOverlap(unit, title) : 0;
  }

  private static double affectedVersionScore(String unit, String title) {
    return AFFECTED.matcher(unit).find() ? 1 + versionScore(unit) + titleOverlap(unit, title) : 0;
  }

  /// What says most of the title, once the rest is chosen.
  private static double titleScore(String unit, String title, Set<String> chosen) {
    return chosen.contains(unit) ? 0 : titleOverlap(unit, title);
  }

  private static double versionScore(String unit) {
    return VERSION.matcher(unit).find() ? 1 : 0;
  }

  /// The share of the title's words in a line.
  private static double titleOverlap(String unit, String title) {
    List<String> all = WORD.matcher(title).results().map(MatchResult::group).toList();
    return all.isEmpty() ? 0 : (double) all.stream().filter(unit::contains).count() / all.size();
  }

  private static List<String> best(List<String> units, ToDoubleFunction<String> worth) {
    return units.stream()
        .filter(unit -> worth.applyAsDouble(unit) > 0)
        .max(Comparator.comparingDouble(worth))
        .map(List::of)
        .orElse(List.of());
  }

  private static void add(List<String> units, Set<String> chosen) {
    for (String unit : units) {
      int length = String.join(" ", chosen).length();
      if (length + 1 + unit.length() <= Summarizer.MAX_LENGTH) {
        chosen.add(unit);
      }
    }
  }
}
