package dev.bongsu.analysis;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The American spelling of a British one, which both an article and a query are compared by.
///
/// By the endings of words, so a word may come out that is in no dictionary: it does on both sides.
/// What no rule covers is in `spellings.txt`.
final class AmericanSpelling {
  private static final Map<String, String> SPELLINGS = LanguagePacks.pairs(PackFile.SPELLINGS);

  /// What may follow the ending of a rule.
  private static final String SUFFIX =
      "(?=(?:s|ed|ing|er|ers|ist|ists|ite|ites|able|ably|ful|less|hood|hoods|ly|al|ally|y)?$)";

  /// Verbs in -ise that no dialect writes with -ize.
  private static final String ALWAYS_ISE =
      "(?!(?:adv|advert|appra|pra|bra|chast|circumc|compr|comprom|prom|dem|desp|dev|disgu|enterpr"
          + "|exc|exerc|franch|improv|inc|merchand|prem|prec|conc|rev|superv|surm|surpr|telev|cru|bru|upr"
          + "|repr|treat|ra|no|po|ar|lik|otherw)is(?:e|es|ed|er|ers|ing)$)";

  private static final List<Rule> RULES =
      List.of(
          rule("(?<=[a-z]{3})our" + SUFFIX, "or"),
          rule("^" + ALWAYS_ISE + "([a-z]{3,})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)", "$1iz"),
          rule("(?<=[a-z]{2}ly)s(?=(?:e|ed|er|ers|ing)$)", "z"),
          rule("(?<=[a-z]{2})([bt])re(?=(?:s|d)?$)", "$1er"),
          rule("(?<=(?:def|off|lic|pret))enc(?=(?:e|es|ed|ing|eless)$)", "ens"),
          rule("(?<=[a-z]{2})logue(?=(?:s|d)?$)", "log"),
          rule("(?<=[a-z]{2}e)ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
          rule("(?<=[a-z]{2}(?:[dhmnrv]|[^s]t|i)a)ll(?=(?:ed|ing|er|ers)$)", "l"));

  private record Rule(Pattern ending, String spelling) {}

  private AmericanSpelling() {}

  private static Rule rule(String ending, String spelling) {
    return new Rule(Pattern.compile(ending), spelling);
  }

  /// @param word in lower case
  static String of(String word) {
    String plural = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    if (SPELLINGS.containsKey(word)) {
      return SPELLINGS.get(word);
    }
    if (SPELLINGS.containsKey(plural)) {
      return SPELLINGS.get(plural) + "s";
    }
    for (Rule rule : RULES) {
      String spelled = rule.ending().matcher(word).replaceFirst(rule.spelling());
      if (!spelled.equals(word)) {
        return spelled;
      }
    }
    return word;
  }
}
