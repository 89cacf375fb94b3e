package dev.bongsu.cli;

import dev.bongsu.analysis.LineProblem;
import java.util.List;
import java.util.function.Supplier;

/// Whether each line of a list of the operator's can be used.
///
/// @param name what it is
/// @param file its name
/// @param problems reads it, and says which lines are left out
public record WordListCheck(String name, String file, Supplier<List<LineProblem>> problems)
    implements DoctorCheck {
  @Override
  public List<Finding> findings() {
    List<LineProblem> bad = problems.get();
    return bad.isEmpty()
        ? List.of(Finding.passed(name, "every line of %s can be used".formatted(file)))
        : bad.stream().map(this::finding).toList();
  }

  private Finding finding(LineProblem problem) {
    return Finding.failed(
        name,
        "%s line %d: %s; the line is left out".formatted(file, problem.line(), problem.message()),
        "mend or remove line %d of %s and start the bot again".formatted(problem.line(), file));
  }
}
