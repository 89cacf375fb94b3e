package dev.bongsu.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/// The order in which people look for names: without regard to letter case, Korean and Latin names
/// each in their alphabet, and numbers by their value (1, 2, 10).
public final class NaturalOrder {
  private static final Collator COLLATOR = collator();

  private NaturalOrder() {}

  public static Comparator<String> comparator() {
    return COLLATOR::compare;
  }

  /// Frozen, so that threads can share it.
  private static Collator collator() {
    RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(ULocale.KOREAN);
    collator.setNumericCollation(true);
    return collator.freeze();
  }
}
